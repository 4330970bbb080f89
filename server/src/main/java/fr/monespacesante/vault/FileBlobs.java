package fr.monespacesante.vault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Blobs as files, two levels of 256 directories deep. A file is synced, then its directory, before `keep` returns; a
/// file that a crash left half written has no row that names it and is swept later.
public final class FileBlobs implements BlobStore {
    private final Path root;

    public FileBlobs(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
    }

    @Override
    public long keep(UUID blob, Writer writer) throws IOException {
        Path file = file(blob);
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("no parent directory");
        }
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            Path above = parent.getParent();
            if (above != null) {
                syncDirectory(above);
            }
            syncDirectory(root);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(new Unclosed(Channels.newOutputStream(channel)), 128 * 1024);
            writer.writeTo(out);
            out.flush();
            channel.force(true);
            long size = channel.size();
            syncDirectory(parent);
            return size;
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    @Override
    public InputStream read(UUID blob) throws IOException {
        return Files.newInputStream(file(blob));
    }

    @Override
    public void remove(UUID blob) throws IOException {
        Files.deleteIfExists(file(blob));
    }

    @Override
    public void each(Consumer<Found> visitor) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                visitor.accept(new Found(
                        UUID.fromString(file.getFileName().toString()),
                        Files.getLastModifiedTime(file).toInstant(),
                        Files.size(file)));
            }
        }
    }

    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// The random tail of the identifier names the directories: its head is the time, which would fill one at a time.
    private Path file(UUID blob) {
        String name = blob.toString();
        int end = name.length();
        return root.resolve(name.substring(end - 2))
                .resolve(name.substring(end - 4, end - 2))
                .resolve(name);
    }

    /// The streaming cipher closes what it writes to; the channel must stay open until it is synced.
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Blobs as files: `ab/cd/<space>/<blob>`, where ab and cd are the random tail of the space's identifier. A file is
/// synced, then its directory, before `keep` returns; a file that a crash left half written has no row that names it
/// and is swept later.
public final class FileBlobs implements BlobStore {
    private final Path root;

    public FileBlobs(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
    }

    @Override
    public long keep(SpaceId space, UUID blob, Writer writer) throws IOException {
        Path directory = directory(space);
        if (!Files.isDirectory(directory)) {
            make(directory);
        }
        Path file = directory.resolve(blob.toString());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(new Unclosed(Channels.newOutputStream(channel)), 128 * 1024);
            writer.writeTo(out);
            out.flush();
            channel.force(true);
            long size = channel.size();
            syncDirectory(directory);
            return size;
        } catch (FileAlreadyExistsException taken) {
            throw taken; // the blob that is there stays
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
    public InputStream read(SpaceId space, UUID blob) throws IOException {
        return Files.newInputStream(directory(space).resolve(blob.toString()));
    }

    @Override
    public void remove(SpaceId space, UUID blob) throws IOException {
        Files.deleteIfExists(directory(space).resolve(blob.toString()));
    }

    @Override
    public List<Found> of(SpaceId space) throws IOException {
        Path directory = directory(space);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                UUID blob = UUID.fromString(file.getFileName().toString());
                found.add(new Found(blob, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
            }
        }
        return found;
    }

    @Override
    public void eachSpace(Consumer<SpaceId> visitor) throws IOException {
        try (Stream<Path> directories = Files.find(root, 3, (path, what) -> what.isDirectory())) {
            for (Path directory : (Iterable<Path>) directories::iterator) {
                if (directory.getNameCount() == root.getNameCount() + 3) {
                    visitor.accept(SpaceId.of(directory.getFileName().toString()));
                }
            }
        }
    }

    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void make(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Path above = directory.getParent(); above != null && above.startsWith(root); above = above.getParent()) {
            syncDirectory(above);
        }
    }

    private Path directory(SpaceId space) {
        String name = space.toString();
        int end = name.length();
        return root.resolve(name.substring(end - 2))
                .resolve(name.substring(end - 4, end - 2))
                .resolve(name);
    }

    /// The streaming cipher closes what it writes to; the channel must stay open until it is synced.
    private static final class Unclosed extends FilterOutputStream {
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

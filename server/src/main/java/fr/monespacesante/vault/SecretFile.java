package fr.monespacesante.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;

/// A secret that is made at the first start and kept in a file of mode 0600.
public final class SecretFile {
    private SecretFile() {}

    /// Makes a new secret.
    @FunctionalInterface
    public interface Maker {
        String make() throws GeneralSecurityException;
    }

    /// What the file holds, without the space around it; made now when there is no such file.
    ///
    /// @throws IOException also where others than the owner may read the file
    public static String kept(Path file, Maker maker) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            keep(file, maker.make());
        }
        for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
            if (!permission.name().startsWith("OWNER_")) {
                throw new IOException(file + " can be read by others: set its mode to 0600");
            }
        }
        return Files.readString(file).strip();
    }

    /// Puts another text in the place of what the file holds. The old bytes are overwritten as far as the disk
    /// allows: a file system that copies on write, or a snapshot, may still have them.
    static void replace(Path file, String text) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path draft = draft(directory, text);
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            FileBlobs.syncDirectory(directory);
            old.write(ByteBuffer.allocate(Math.toIntExact(old.size())), 0);
            old.force(true);
        }
    }

    /// Written whole and synced before it gets its name: a half-written key file would lock everybody out.
    private static void keep(Path file, String text) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        Files.move(draft(directory, text), file);
        FileBlobs.syncDirectory(directory);
    }

    private static Path draft(Path directory, String text) throws IOException {
        Path draft = Files.createTempFile(
                directory,
                "draft",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return draft;
    }
}

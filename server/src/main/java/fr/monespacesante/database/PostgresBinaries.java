package fr.monespacesante.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, which come with ours and are unpacked once beside the data: not in a directory of
/// temporary files, where another user of the machine could have put something else in their place.
final class PostgresBinaries {
    private PostgresBinaries() {}

    /// The directory that holds `bin` and `lib`; unpacked into `home` when this version is not there yet.
    static Path in(Path home) throws IOException {
        Path unpacked = home.resolve(fingerprint());
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Files.createDirectories(home);
        Path draft = Files.createTempDirectory(
                home, "draft", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (InputStream packed = packed();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(packed), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
            Files.move(draft, unpacked);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(draft);
            if (!Files.isDirectory(unpacked)) {
                throw e;
            }
        }
        return unpacked;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path draft) throws IOException {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("an entry of the PostgreSQL archive leads outside");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String fingerprint() throws IOException {
        try (InputStream packed = packed();
                DigestInputStream digest = new DigestInputStream(packed, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    private static InputStream packed() throws IOException {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        if (packed == null) {
            throw new IOException("there is no embedded PostgreSQL for " + system + " on " + machine
                    + ": give an external one by mes.database.url");
        }
        return packed;
    }
}

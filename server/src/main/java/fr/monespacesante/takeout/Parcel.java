package fr.monespacesante.takeout;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The ZIP on its way out, entry after entry: each is hashed as it passes, and the list of hashes is
/// the last entry. Memory does not grow with the entries but for one line of the list each. Large files
/// and more than 65,535 entries are written as ZIP64 says.
public final class Parcel implements AutoCloseable {
    static final String CHECKSUMS = "SHA256SUMS.txt";

    private final ZipOutputStream zip;
    private final Instant at;
    private final StringBuilder sums = new StringBuilder();

    Parcel(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.at = at;
    }

    /// Writes one entry.
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /// @param path with slashes, relative, never given twice
    public void add(String path, Body body) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setLastModifiedTime(java.nio.file.attribute.FileTime.from(at));
        zip.putNextEntry(entry);
        MessageDigest digest = sha256();
        // buffered: what is written in small pieces is neither packed nor hashed byte by byte
        try (OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(new Unclosed(zip), digest), 32 * 1024)) {
            body.writeTo(out);
        }
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(path)
                .append('\n');
    }

    public void add(String path, byte[] content) throws IOException {
        add(path, out -> out.write(content));
    }

    public void add(String path, String text) throws IOException {
        add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public void add(String path, InputStream content) throws IOException {
        add(path, out -> content.transferTo(out));
    }

    /// Writes the list of hashes, as `sha256sum -c` reads it, and the end of the file.
    @Override
    public void close() throws IOException {
        zip.putNextEntry(new ZipEntry(CHECKSUMS));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

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

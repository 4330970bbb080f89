package fr.monespacesante.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What the operator's programs show to read figures and to start a check: `Authorization: Bearer …`.
final class OperatorToken {
    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    private OperatorToken(String token) {
        this.expected = token.getBytes(StandardCharsets.US_ASCII);
    }

    /// The token in this file; made now when there is none.
    static OperatorToken in(Path file, SecureRandom random) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(fresh));
        } catch (FileAlreadyExistsException _) {
            // kept from an earlier start
        }
        String token = Files.readString(file).strip();
        if (token.length() < 32) {
            throw new IOException(file + " holds no operator's token of 32 characters or more: remove it");
        }
        return new OperatorToken(token);
    }

    boolean isShownIn(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        expected, authorization.substring(SCHEME.length()).getBytes(StandardCharsets.US_ASCII));
    }
}

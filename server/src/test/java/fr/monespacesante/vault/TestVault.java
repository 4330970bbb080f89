package fr.monespacesante.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;

/// Real keys in a directory of their own, for tests that need the vault without the whole service.
public final class TestVault {
    private TestVault() {}

    public static Directory directory() {
        try {
            return MasterKeys.in(Files.createTempDirectory("keys"), new SecureRandom())
                    .directory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

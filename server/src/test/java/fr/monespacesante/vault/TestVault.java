package fr.monespacesante.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Real keys in a directory of their own, for tests that need the vault without the whole service.
public final class TestVault {
    private final MasterKeys masters;

    private TestVault(MasterKeys masters) {
        this.masters = masters;
    }

    /// With new master keys.
    public static TestVault fresh() {
        try {
            return new TestVault(MasterKeys.in(Files.createTempDirectory("keys"), new SecureRandom()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Directory directory() {
        return fresh().ofDirectory();
    }

    /// The seal of the rows that are found before any door is open.
    public Directory ofDirectory() {
        return masters.directory();
    }

    public SpaceKeys spaceKeys(JdbcClient database) {
        return new SpaceKeys(database, masters, new SecureRandom());
    }
}

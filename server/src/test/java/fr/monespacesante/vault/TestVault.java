package fr.monespacesante.vault;

import fr.monespacesante.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Real keys in a directory of their own, for tests that need the vault without the whole service.
public final class TestVault {
    private final Path keys;
    private final MasterKeys masters;

    private TestVault(Path keys) {
        this.keys = keys;
        this.masters = MasterKeys.in(keys, new SecureRandom());
    }

    /// With new master keys.
    public static TestVault fresh() {
        try {
            return new TestVault(Files.createTempDirectory("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the keys in this directory, as another node has them.
    public static TestVault in(Path keys) {
        return new TestVault(keys);
    }

    /// Where the master keys lie.
    public Path keys() {
        return keys;
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

    /// A rotation that never waits and wraps a few keys at a time.
    public Rotation rotation(TestDatabase database, Clock clock, Duration destroyAfter) {
        return new Rotation(
                database.client(),
                masters,
                database.transactions(),
                new Rotation.Settings(Duration.ofDays(30), destroyAfter, 3),
                clock);
    }
}

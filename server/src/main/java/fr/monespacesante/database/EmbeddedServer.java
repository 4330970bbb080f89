package fr.monespacesante.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded PostgreSQL and its data directory.
///
/// A service killed hard leaves its PostgreSQL running, and a PostgreSQL killed hard leaves its lock files: both
/// are put right before the start, so that two servers never share one directory and recovery has the time it
/// needs.
final class EmbeddedServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EmbeddedServer() {}

    static EmbeddedPostgres start(Path directory, int port) {
        try {
            Files.createDirectories(directory);
            stopLeftOver(directory);
            Files.deleteIfExists(directory.resolve("epg-lock"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("wal_compression", "lz4")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("jit", "off");
            if (port != 0) {
                builder.setPort(port);
            }
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start in " + directory, e);
        }
    }

    private static void stopLeftOver(Path directory) throws IOException {
        Path lock = directory.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        Optional<ProcessHandle> left = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (left.isPresent()) {
            LOG.warn("a PostgreSQL from an earlier run still has this data directory; stopping it first");
            left.get().destroy();
            try {
                left.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the earlier PostgreSQL was stopping", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(
                        "the earlier PostgreSQL does not stop; end process "
                                + left.get().pid(),
                        e);
            }
        }
        Files.deleteIfExists(lock);
    }
}

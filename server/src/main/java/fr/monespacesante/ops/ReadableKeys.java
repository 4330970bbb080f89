package fr.monespacesante.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether the master keys could be read at the next start: a volume that went away is noticed before it.
final class ReadableKeys extends AbstractHealthIndicator {
    private final Path directory;

    ReadableKeys(Path directory) {
        this.directory = directory;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> keys = files.filter(Files::isRegularFile).toList();
            if (keys.isEmpty() || !keys.stream().allMatch(Files::isReadable)) {
                health.outOfService();
            } else {
                health.up();
            }
        }
    }
}

package fr.monespacesante.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

/// Whether a document could be kept now: the disk takes a file and has room.
final class WritableBlobs extends AbstractHealthIndicator {
    private final Path directory;
    private final DataSize least;

    WritableBlobs(Path directory, DataSize least) {
        this.directory = directory;
        this.least = least;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        Path probe = Files.createTempFile(directory, "probe", ".tmp");
        Files.delete(probe);
        if (Files.getFileStore(directory).getUsableSpace() < least.toBytes()) {
            health.outOfService();
        } else {
            health.up();
        }
    }
}

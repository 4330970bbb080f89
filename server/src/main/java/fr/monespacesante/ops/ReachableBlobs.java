package fr.monespacesante.ops;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.util.UUID;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether the object store answers: it is asked for the blobs of a space that nobody has.
final class ReachableBlobs extends AbstractHealthIndicator {
    private static final SpaceId NOBODY = new SpaceId(new UUID(0, 0));

    private final BlobStore store;

    ReachableBlobs(BlobStore store) {
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        store.of(NOBODY);
        health.up();
    }
}

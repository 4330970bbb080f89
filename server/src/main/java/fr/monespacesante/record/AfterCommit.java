package fr.monespacesante.record;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Removes blobs once the deletion of their rows is certain. What a crash leaves over is swept as an orphan.
final class AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private final BlobStore blobs;

    AfterCommit(BlobStore blobs) {
        this.blobs = blobs;
    }

    void remove(SpaceId space, UUID blob) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    blobs.remove(space, blob);
                } catch (IOException e) {
                    LOG.warn(
                            "a deleted document's blob is left for the sweep: {}",
                            e.getClass().getSimpleName());
                }
            }
        });
    }
}

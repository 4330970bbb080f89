package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Removes blobs once the deletion of their rows is certain. What a crash leaves over is swept as an orphan.
public final class AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private final BlobStore blobs;

    public AfterCommit(BlobStore blobs) {
        this.blobs = blobs;
    }

    public void remove(SpaceId space, UUID blob) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    blobs.remove(space, blob);
                } catch (IOException e) {
                    LOG.warn(
                            "a deleted blob is left for the sweep: {}",
                            e.getClass().getSimpleName());
                }
            }
        });
    }
}

package fr.monespacesante.messaging;

import com.github.luben.zstd.Zstd;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.AfterCommit;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/// Whole messages and the files of drafts, packed and sealed: what mail writes in base64 takes its own size again.
final class MessageBlobs {
    private static final int LEVEL = 1;

    private final BlobStore blobs;
    private final AfterCommit afterCommit;

    MessageBlobs(BlobStore blobs) {
        this.blobs = blobs;
        this.afterCommit = new AfterCommit(blobs);
    }

    /// When this returns, the bytes survive a power cut.
    void keep(Visit visit, UUID blob, byte[] bytes) {
        try {
            blobs.keep(visit.id(), blob, out -> {
                try (var sealing = visit.key().sealing(blob, out)) {
                    sealing.write(Zstd.compress(bytes, LEVEL));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the message could not be kept", e);
        }
    }

    void removeAfterCommit(SpaceId space, UUID blob) {
        afterCommit.remove(space, blob);
    }

    KeptMessage kept(Visit visit, UUID blob) {
        return new KeptMessage(visit.key(), blob, blobs);
    }
}

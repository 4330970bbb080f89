package fr.monespacesante.messaging;

import com.github.luben.zstd.ZstdInputStream;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.SpaceKey;
import java.io.IOException;
import java.util.UUID;

/// A whole message, or a file of a draft, that was opened by right and traced. Its bytes may be read after the visit.
public final class KeptMessage {
    private final SpaceKey key;
    private final UUID blob;
    private final BlobStore blobs;

    KeptMessage(SpaceKey key, UUID blob, BlobStore blobs) {
        this.key = key;
        this.blob = blob;
        this.blobs = blobs;
    }

    /// @throws SpaceKey.DamagedStream when the stored bytes are not what was kept
    public byte[] bytes() throws IOException {
        try (var sealed = blobs.read(key.space(), blob);
                var clear = new ZstdInputStream(key.opening(blob, sealed))) {
            return clear.readAllBytes();
        }
    }
}

package fr.monespacesante.takeout;

import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.SpaceKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/// A copy that was opened by right and traced: its bytes may be streamed after the visit.
public final class OpenCopy {
    private final UUID id;
    private final SpaceKey key;
    private final BlobStore blobs;
    private final UUID blob;
    private final long size;

    OpenCopy(UUID id, SpaceKey key, BlobStore blobs, UUID blob, long size) {
        this.id = id;
        this.key = key;
        this.blobs = blobs;
        this.blob = blob;
        this.size = size;
    }

    public UUID id() {
        return id;
    }

    /// In bytes.
    public long size() {
        return size;
    }

    /// The rest of the file from this byte on, for a download that broke off.
    ///
    /// @throws SpaceKey.DamagedStream from any read, when the stored bytes are not what was written
    public InputStream from(long first) throws IOException {
        InputStream clear = key.opening(blob, blobs.read(key.space(), blob));
        try {
            clear.skipNBytes(first);
            return clear;
        } catch (IOException e) {
            clear.close();
            throw e;
        }
    }
}

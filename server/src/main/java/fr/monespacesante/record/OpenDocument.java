package fr.monespacesante.record;

import com.github.luben.zstd.ZstdInputStream;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.SpaceKey;
import java.io.IOException;
import java.io.InputStream;

/// A document that was opened by right and traced. Its bytes may be streamed after the visit: they come with their own
/// key and their own check, and hold no database connection.
public final class OpenDocument {
    private final DocumentEntry entry;
    private final SpaceKey key;
    private final BlobStore blobs;

    OpenDocument(DocumentEntry entry, SpaceKey key, BlobStore blobs) {
        this.entry = entry;
        this.key = key;
        this.blobs = blobs;
    }

    public DocumentEntry entry() {
        return entry;
    }

    /// The document as it was sent.
    ///
    /// @throws SpaceKey.DamagedStream from any read, when the stored bytes are not what was deposited (DOC-13)
    public InputStream stream() throws IOException {
        DocumentEntry.Content content = entry.content();
        InputStream sealed = blobs.read(key.space(), content.blob());
        InputStream clear = key.opening(content.blob(), sealed);
        return content.packed() ? new ZstdInputStream(clear) : clear;
    }

    /// The whole document in memory, for those who must parse it.
    public byte[] bytes() throws IOException {
        try (InputStream in = stream()) {
            return in.readAllBytes();
        }
    }
}

package fr.monespacesante.record;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.SpaceRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Every document, its versions, its words, and the sealed bytes themselves.
final class RecordErasure implements ErasureStep {
    private final SpaceRows rows;
    private final BlobStore blobs;

    RecordErasure(SpaceRows rows, BlobStore blobs) {
        this.rows = rows;
        this.blobs = blobs;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "record.document",
                "record.document_history",
                "record.words",
                "record.submission",
                "record.last_visit",
                "record.erasure_document",
                "record.erased",
                "record.erasure");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
        try {
            for (BlobStore.Found found : blobs.of(space)) {
                blobs.remove(space, found.blob());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs of an erased space are still there", e);
        }
    }
}

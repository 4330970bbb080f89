package fr.monespacesante.record;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.AfterCommit;
import fr.monespacesante.vault.BlobStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The documents of spaces, for the tests of modules that put some there.
public final class TestDocuments {
    private TestDocuments() {}

    public static Documents in(JdbcClient database, BlobStore blobs, Ids ids) {
        return new Documents(new DocumentRows(database), blobs, new AfterCommit(blobs), ids);
    }
}

package fr.monespacesante.record;

import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What can be said of a space whose key is in the archive: is every document's sealed blob still there? Nothing is
/// opened, and nobody comes in.
public final class ShutRecords {
    private final JdbcClient database;
    private final BlobStore blobs;
    private final TransactionTemplate transactions;

    ShutRecords(JdbcClient database, BlobStore blobs, TransactionTemplate transactions) {
        this.database = database;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    private record Named(UUID document, UUID blob) {}

    /// The documents of the space whose blob is missing.
    public Integrity.Report missing(SpaceId space) {
        List<Named> named = within(
                space,
                () -> database.sql("select id, blob from record.document where space_id = :space")
                        .param("space", space.value())
                        .query((row, number) -> new Named(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        .list());
        try {
            Set<UUID> there =
                    blobs.of(space).stream().map(BlobStore.Found::blob).collect(Collectors.toUnmodifiableSet());
            List<DocumentId> missing = new ArrayList<>();
            named.stream()
                    .filter(one -> !there.contains(one.blob()))
                    .forEach(one -> missing.add(new DocumentId(one.document())));
            return new Integrity.Report(named.size(), missing);
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs of a space cannot be listed", e);
        }
    }

    /// Reads with row security open for this space, without its key.
    public <T> T within(SpaceId space, Supplier<T> body) {
        return Objects.requireNonNull(transactions.execute(status -> {
            database.sql("set local mes.space = '" + space.value() + "'").update();
            return body.get();
        }));
    }
}

package fr.monespacesante.courier;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Drops letters that have lost their sense, and tells of them in the same transaction.
record Drops(JdbcClient database, TransactionTemplate transactions, ObjectProvider<Undelivered> listeners) {
    /// @return how many
    int drop(OffsetDateTime now) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Optional<UUID>> dropped = database.sql("""
                            delete from courier.letter where give_up_at < :now returning reference
                            """)
                    .param("now", now)
                    .query((row, number) -> Optional.ofNullable(row.getObject("reference", UUID.class)))
                    .list();
            List<UUID> references = dropped.stream().flatMap(Optional::stream).toList();
            if (!references.isEmpty()) {
                listeners.forEach(listener -> listener.dropped(references));
            }
            return dropped.size();
        }));
    }
}

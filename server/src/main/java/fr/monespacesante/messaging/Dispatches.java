package fr.monespacesante.messaging;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What waits to be carried out of the house: one row for each message and addressee. Rows say nothing of what is
/// written nor to whom; that is asked inside the space.
public final class Dispatches {
    private final JdbcClient database;
    private final Ids ids;

    Dispatches(JdbcClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    public enum Kind {
        /// The message itself.
        MESSAGE,
        /// The receipt that its sender asked for (MDN).
        RECEIPT
    }

    /// @param addressee its place among the deliveries of the message; 0 for a receipt
    /// @param since when it was handed over
    /// @param attempts this one included
    public record Due(UUID id, SpaceId space, UUID message, Kind kind, int addressee, Instant since, int attempts) {}

    void add(SpaceId space, UUID message, Kind kind, int addressee, Instant now) {
        database.sql("""
                        insert into messaging.dispatch (id, space_id, message, kind, addressee, since, due_at)
                        values (:id, :space, :message, :kind, :addressee, :now, :now)
                        on conflict (space_id, message, kind, addressee) do nothing
                        """)
                .param("id", ids.next())
                .param("space", space.value())
                .param("message", message)
                .param("kind", kind.name())
                .param("addressee", addressee)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Takes what is due, for as long as `lease` says: who dies with it gives it back by time.
    public List<Due> lease(Instant now, Duration lease, int batch) {
        return database.sql("""
                        update messaging.dispatch set due_at = :until, attempts = attempts + 1
                         where id in (select id from messaging.dispatch where due_at <= :now
                                       order by due_at limit :batch for update skip locked)
                        returning id, space_id, message, kind, addressee, since, attempts
                        """)
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("batch", batch)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getObject("message", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("addressee"),
                        row.getTimestamp("since").toInstant(),
                        row.getInt("attempts")))
                .list();
    }

    /// Tries again then. Inside or outside a visit.
    public void later(Due due, Instant when) {
        database.sql("update messaging.dispatch set due_at = :when where id = :id")
                .param("id", due.id())
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// It is done, or will never be. Inside the visit that notes so, so that neither is without the other.
    public void strike(Due due) {
        database.sql("delete from messaging.dispatch where id = :id")
                .param("id", due.id())
                .update();
    }

    void strike(SpaceId space, UUID message) {
        database.sql("delete from messaging.dispatch where space_id = :space and message = :message")
                .param("space", space.value())
                .param("message", message)
                .update();
    }

    void strike(SpaceId space) {
        database.sql("delete from messaging.dispatch where space_id = :space")
                .param("space", space.value())
                .update();
    }

    /// How many wait, and since when the oldest does: for the operator.
    public record Backlog(int waiting, Instant oldest) {}

    public Backlog backlog(Instant now) {
        return database.sql("select count(*) as waiting, min(since) as oldest from messaging.dispatch")
                .query((row, number) -> new Backlog(
                        row.getInt("waiting"),
                        row.getTimestamp("oldest") == null
                                ? now
                                : row.getTimestamp("oldest").toInstant()))
                .single();
    }
}

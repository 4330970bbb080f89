package fr.monespacesante.audit;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Place;
import fr.monespacesante.vault.SpaceKey;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes and reads the history. Writing takes the open key of the space, which the door alone has; reading
/// goes through the door like any other act.
public final class Traces {
    private static final String TABLE = "audit.trace";
    private static final int BATCH = 200;

    private final JdbcClient database;
    private final Activities activities;
    private final Ids ids;

    public Traces(JdbcClient database, Activities activities, Ids ids) {
        this.database = database;
        this.activities = activities;
        this.ids = ids;
    }

    /// Adds a trace at the end of the space's chain, in the running transaction.
    public void append(SpaceKey key, Trace trace) {
        UUID id = ids.next();
        database.sql("select audit.append(:space, :id, :at, :sealed)")
                .param("space", key.space().value())
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(trace.at(), ZoneOffset.UTC))
                .param("sealed", key.seal(new Place(TABLE, id, 0), trace))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// The same, with its line of activity, in one statement.
    public void append(SpaceKey key, Trace trace, Activities.Kind kind) {
        UUID id = ids.next();
        database.sql("select audit.append(:space, :id, :at, :sealed, :actor, :kind, :activity)")
                .param("space", key.space().value())
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(trace.at(), ZoneOffset.UTC))
                .param("sealed", key.seal(new Place(TABLE, id, 0), trace))
                .param("actor", activities.fingerprint(trace.actor().id()))
                .param("kind", (short) kind.code())
                .param("activity", activities.seal(id, trace))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// Notes an attempt on a space that does not exist or cannot be named: it belongs to no history, yet
    /// supervision must be able to count it.
    public void attempt(Trace trace) {
        UUID id = ids.next();
        database.sql("""
                        insert into audit.activity (id, at, actor_hash, kind, sealed)
                        values (:id, :at, :actor, :kind, :sealed)
                        """)
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(trace.at(), ZoneOffset.UTC))
                .param("actor", activities.fingerprint(trace.actor().id()))
                .param("kind", (short) Activities.Kind.UNKNOWN_SPACE.code())
                .param("sealed", activities.seal(id, trace))
                .update();
    }

    /// The newest traces first, a page at a time.
    ///
    /// @param wanted leaves of each batch what the reader may see and asked for, in the same order
    /// @param before the number of the last one of the page before; empty for the first
    public Part newest(SpaceKey key, UnaryOperator<List<Numbered>> wanted, Optional<Long> before, int size) {
        List<Numbered> found = new ArrayList<>();
        long last = before.orElse(Long.MAX_VALUE);
        while (true) {
            List<Numbered> batch = batch(key, last);
            for (Numbered line : wanted.apply(batch)) {
                if (found.size() == size) {
                    return new Part(found, Optional.of(found.getLast().number()));
                }
                found.add(line);
            }
            if (batch.size() < BATCH) {
                return new Part(found, Optional.empty());
            }
            last = batch.getLast().number();
        }
    }

    /// One trace by its name.
    public Optional<Numbered> find(SpaceKey key, UUID id) {
        return database.sql("select seq, id, sealed from audit.trace where space_id = :space and id = :id")
                .param("space", key.space().value())
                .param("id", id)
                .query((row, number) -> new Numbered(
                        row.getLong("seq"), id, key.open(new Place(TABLE, id, 0), row.getBytes("sealed"), Trace.class)))
                .optional();
    }

    private List<Numbered> batch(SpaceKey key, long before) {
        return database.sql("""
                        select seq, id, sealed from audit.trace
                         where space_id = :space and seq < :before
                         order by seq desc limit :size
                        """)
                .param("space", key.space().value())
                .param("before", before)
                .param("size", BATCH)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Trace trace = key.open(new Place(TABLE, id, 0), row.getBytes("sealed"), Trace.class);
                    return new Numbered(row.getLong("seq"), id, trace);
                })
                .list();
    }

    /// A trace, its place in the space's chain, and its name, which tells nothing of how many there are.
    public record Numbered(long number, UUID id, Trace trace) {}

    /// @param next the number to go on before; empty at the end
    public record Part(List<Numbered> lines, Optional<Long> next) {
        public Part {
            lines = List.copyOf(lines);
        }
    }
}

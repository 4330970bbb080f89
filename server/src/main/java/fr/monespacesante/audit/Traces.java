package fr.monespacesante.audit;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import fr.monespacesante.vault.SpaceKey;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes and reads the history. Writing takes the open key of the space, which the door alone has; reading goes
/// through the door like any other act.
public final class Traces {
    private static final String TABLE = "audit.trace";
    private static final int BATCH = 200;

    private final JdbcClient database;
    private final Directory directory;
    private final Ids ids;

    public Traces(JdbcClient database, Directory directory, Ids ids) {
        this.database = database;
        this.directory = directory;
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

    /// Notes an attempt on a space that does not exist or cannot be named: it belongs to no history, yet supervision
    /// must be able to count it.
    public void attempt(Trace trace) {
        UUID id = ids.next();
        database.sql("insert into audit.attempt (id, at, sealed) values (:id, :at, :sealed)")
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(trace.at(), ZoneOffset.UTC))
                .param("sealed", directory.seal(new Place("audit.attempt", id, 0), trace))
                .update();
    }

    /// The newest traces first, those that `wanted` accepts, a page at a time.
    ///
    /// @param after the `next` of the page before; empty for the first
    public Page<Numbered> newest(SpaceKey key, Predicate<Trace> wanted, Optional<String> after, int size) {
        List<Numbered> found = new ArrayList<>();
        long before = after.map(Long::parseLong).orElse(Long.MAX_VALUE);
        while (true) {
            List<Numbered> batch = batch(key, before);
            for (Numbered line : batch) {
                if (wanted.test(line.trace())) {
                    if (found.size() == size) {
                        return new Page<>(
                                found, Optional.of(Long.toString(found.getLast().number())));
                    }
                    found.add(line);
                }
                before = line.number();
            }
            if (batch.size() < BATCH) {
                return new Page<>(found, Optional.empty());
            }
        }
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
                    Place place = new Place(TABLE, row.getObject("id", UUID.class), 0);
                    return new Numbered(row.getLong("seq"), key.open(place, row.getBytes("sealed"), Trace.class));
                })
                .list();
    }

    /// A trace and its place in the space's chain.
    public record Numbered(long number, Trace trace) {}
}

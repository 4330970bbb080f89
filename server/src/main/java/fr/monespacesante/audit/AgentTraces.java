package fr.monespacesante.audit;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal of the agents: who of the operator looked at what. Written in the transaction of what it tells
/// of; insert-only and chained, like the history of a space.
public final class AgentTraces {
    private static final String TABLE = "audit.agent_trace";

    private final JdbcClient database;
    private final Directory directory;
    private final Ids ids;

    public AgentTraces(JdbcClient database, Directory directory, Ids ids) {
        this.database = database;
        this.directory = directory;
        this.ids = ids;
    }

    /// A trace and its place in the chain.
    public record Numbered(long number, AgentTrace trace) {}

    public void append(AgentTrace trace) {
        UUID id = ids.next();
        database.sql("select audit.append_agent(:id, :at, :sealed)")
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(trace.at(), ZoneOffset.UTC))
                .param("sealed", directory.seal(new Place(TABLE, id, 0), trace))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// Newest first.
    ///
    /// @param after the `next` of the page before; empty for the first
    public Page<Numbered> newest(Optional<String> after, int size) {
        List<Numbered> found = database.sql("""
                        select seq, id, sealed from audit.agent_trace
                         where seq < :before order by seq desc limit :size
                        """)
                .param("before", after.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .param("size", size + 1)
                .query((row, number) -> {
                    Place place = new Place(TABLE, row.getObject("id", UUID.class), 0);
                    return new Numbered(
                            row.getLong("seq"), directory.open(place, row.getBytes("sealed"), AgentTrace.class));
                })
                .list();
        boolean more = found.size() > size;
        List<Numbered> page = more ? found.subList(0, size) : found;
        return new Page<>(page, more ? Optional.of(Long.toString(page.getLast().number())) : Optional.empty());
    }
}

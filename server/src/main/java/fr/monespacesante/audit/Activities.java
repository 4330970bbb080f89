package fr.monespacesante.audit;

import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one actor did across spaces: a professional's own list, and what supervision counts (SUV-01). Each
/// line is written with the trace it repeats, in the same statement; it holds no health content.
public final class Activities {
    static final String TABLE = "audit.activity";

    private final JdbcClient database;
    private final Directory directory;

    public Activities(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// What supervision tells apart without opening anything. The code is what the table keeps.
    public enum Kind {
        FOUND(1),
        LISTED(2),
        READ(3),
        WROTE(4),
        /// Any act under an emergency or the regulation centre's right.
        EMERGENCY(5),
        REFUSED(6),
        /// Refused because nobody has such a space.
        UNKNOWN_SPACE(7);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        static Kind of(int code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// @param space empty where there was none
    /// @param trace what the space's history says of it, word for word
    public record Line(UUID id, Instant at, Optional<SpaceId> space, Kind kind, Trace trace) {}

    /// What one actor did, newest first.
    ///
    /// @param actor as `Trace.Actor.id` has it: the national id of a professional
    /// @param after the `next` of the page before; empty for the first
    public Page<Line> of(String actor, Optional<String> after, int size) {
        UUID before = after.map(UUID::fromString).orElse(new UUID(-1L, -1L));
        List<Line> found = database.sql("""
                        select id, at, space_id, kind, sealed from audit.activity
                         where actor_hash = :actor and id < :before order by id desc limit :size
                        """)
                .param("actor", fingerprint(actor))
                .param("before", before)
                .param("size", size + 1)
                .query(this::line)
                .list();
        boolean more = found.size() > size;
        List<Line> page = more ? found.subList(0, size) : found;
        return new Page<>(page, more ? Optional.of(page.getLast().id().toString()) : Optional.empty());
    }

    /// What an actor is in the clear column.
    public byte[] fingerprint(String actor) {
        return directory.fingerprint(TABLE, actor);
    }

    byte[] seal(UUID id, Trace trace) {
        return directory.seal(new Place(TABLE, id, 0), trace);
    }

    private Line line(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Line(
                id,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("space_id", UUID.class)).map(SpaceId::new),
                Kind.of(row.getInt("kind")),
                directory.open(new Place(TABLE, id, 0), row.getBytes("sealed"), Trace.class));
    }
}

package fr.monespacesante.support;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The assisted sessions that are asked for or under way.
final class AssistedRows {
    private static final String COLUMNS = "select assisted_id, space_id, code_id, started, until, sealed"
            + " from support.assisted where assisted_id = :id";

    private final JdbcClient database;
    private final Directory directory;
    private final Acts.Beside beside;

    AssistedRows(JdbcClient database, Directory directory, Acts.Beside beside) {
        this.database = database;
        this.directory = directory;
        this.beside = beside;
    }

    /// One of them.
    ///
    /// @param until when the asking, or the session, is over
    record Row(
            UUID id,
            SpaceId space,
            UUID code,
            boolean started,
            Instant until,
            String agentId,
            String agentName,
            String place) {
        Row(UUID id, SpaceId space, UUID code, Instant until, String agentId, String agentName, String place) {
            this(id, space, code, false, until, agentId, agentName, place);
        }

        String counsellor() {
            return agentName + ", " + place;
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    private record Words(String agentId, String agentName, String place) {
        @Override
        public String toString() {
            return "Words[redacted]";
        }
    }

    void add(Row row) {
        database.sql("""
                        insert into support.assisted (assisted_id, space_id, code_id, started, until, sealed)
                        values (:id, :space, :code, false, :until, :sealed)
                        """)
                .param("id", row.id())
                .param("space", row.space().value())
                .param("code", row.code())
                .param("until", Acts.at(row.until()))
                .param(
                        "sealed",
                        directory.seal(place(row.id()), new Words(row.agentId(), row.agentName(), row.place())))
                .update();
    }

    /// Asked for, and not begun.
    Optional<Row> asked(UUID id) {
        return database.sql(COLUMNS + " and not started and until > :now")
                .param("id", id)
                .param("now", Acts.at(beside.now()))
                .query(this::read)
                .optional();
    }

    /// False when another request was quicker.
    boolean begin(UUID id, Instant until) {
        return database.sql("update support.assisted set started = true, until = :until"
                                + " where assisted_id = :id and not started")
                        .param("id", id)
                        .param("until", Acts.at(until))
                        .update()
                == 1;
    }

    /// Takes it out; empty when another request was quicker.
    Optional<Row> end(UUID id) {
        Optional<Row> row = database.sql(COLUMNS + " for update")
                .param("id", id)
                .query(this::read)
                .optional();
        row.ifPresent(_ -> database.sql("delete from support.assisted where assisted_id = :id")
                .param("id", id)
                .update());
        return row;
    }

    List<UUID> late(Instant now) {
        return database.sql("select assisted_id from support.assisted where until <= :now order by until limit 100")
                .param("now", Acts.at(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Place place(UUID id) {
        return new Place("support.assisted", id, 0);
    }

    private Row read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("assisted_id", UUID.class);
        Words words = directory.open(place(id), row.getBytes("sealed"), Words.class);
        return new Row(
                id,
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getObject("code_id", UUID.class),
                row.getBoolean("started"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                words.agentId(),
                words.agentName(),
                words.place());
    }
}

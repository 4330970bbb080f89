package fr.monespacesante.archive;

import fr.monespacesante.archive.ArchiveRequest.State;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The requests as rows, sealed under the directory key.
@Component
final class ArchiveRows {
    private static final String COLUMNS =
            "select id, space_id, state, requested_at, until, version, sealed from archive.request";

    private final JdbcClient database;
    private final Directory directory;

    ArchiveRows(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    void add(UUID id, SpaceId space, Instant at, ArchiveRequest.Details details) {
        database.sql("""
                        insert into archive.request (id, space_id, state, requested_at, sealed)
                        values (:id, :space, 'REQUESTED', :at, :sealed)
                        """)
                .param("id", id)
                .param("space", space.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("sealed", directory.seal(place(id, 1), details))
                .update();
    }

    /// False when another was quicker.
    boolean move(ArchiveRequest before, State to, Optional<Instant> until, ArchiveRequest.Details details) {
        return database.sql("""
                        update archive.request set state = :to, until = :until, version = :next, sealed = :sealed
                         where id = :id and version = :version
                        """)
                        .param("to", to.name())
                        .param(
                                "until",
                                until.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                        .param("next", before.version() + 1)
                        .param("sealed", directory.seal(place(before.id(), before.version() + 1), details))
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    Optional<ArchiveRequest> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<ArchiveRequest> newest(int size) {
        return database.sql(COLUMNS + " order by id desc limit :size")
                .param("size", size)
                .query(this::read)
                .list();
    }

    List<ArchiveRequest> over(Instant now) {
        return database.sql(COLUMNS + " where state = 'OPEN' and until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    private static Place place(UUID id, long version) {
        return new Place("archive.request", id, version);
    }

    private ArchiveRequest read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long version = row.getLong("version");
        return new ArchiveRequest(
                id,
                new SpaceId(row.getObject("space_id", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                version,
                directory.open(place(id, version), row.getBytes("sealed"), ArchiveRequest.Details.class));
    }
}

package fr.monespacesante.supervision;

import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of the cases.
final class CaseRows {
    private static final String TABLE = "supervision.reported";
    private static final String COLUMNS =
            "select id, space_id, trace, received_at, state, version, sealed from supervision.reported ";

    private final JdbcClient database;
    private final Directory directory;

    CaseRows(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// False when this line was reported before.
    boolean add(ReportedAccess opened) {
        return database.sql("""
                                insert into supervision.reported (id, space_id, trace, received_at, state, version, sealed)
                                values (:id, :space, :trace, :at, :state, :version, :sealed)
                                on conflict (space_id, trace) do nothing
                                """)
                        .param("id", opened.id())
                        .param("space", opened.space())
                        .param("trace", opened.trace())
                        .param("at", opened.receivedAt().atOffset(ZoneOffset.UTC))
                        .param("state", opened.state().name())
                        .param("version", opened.version())
                        .param("sealed", sealed(opened))
                        .update()
                == 1;
    }

    Optional<ReportedAccess> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<ReportedAccess> of(SpaceId space) {
        return database.sql(COLUMNS + "where space_id = :space order by id desc limit 500")
                .param("space", space.value())
                .query(this::read)
                .list();
    }

    /// Newest first.
    Page<ReportedAccess> newest(Optional<ReportedAccess.State> state, Optional<UUID> after, int size) {
        List<ReportedAccess> found = database.sql(COLUMNS + """
                        where id < :before and (cast(:state as text) is null or state = :state)
                        order by id desc limit :size
                        """)
                .param("before", after.orElse(new UUID(-1L, -1L)))
                .param("state", state.map(Enum::name).orElse(null))
                .param("size", size + 1)
                .query(this::read)
                .list();
        return Paging.page(found, size, each -> each.id().toString());
    }

    long waiting() {
        return database.sql("select count(*) from supervision.reported where state <> 'ANSWERED'")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// False when another operator was quicker: the row has no longer the version before this one.
    boolean change(ReportedAccess changed) {
        return database.sql("""
                                update supervision.reported
                                   set state = :state, founded = :founded, version = :version, sealed = :sealed
                                 where id = :id and version = :version - 1
                                """)
                        .param("state", changed.state().name())
                        .param(
                                "founded",
                                changed.answer()
                                        .map(ReportedAccess.Answer::founded)
                                        .orElse(null))
                        .param("version", changed.version())
                        .param("sealed", sealed(changed))
                        .param("id", changed.id())
                        .update()
                == 1;
    }

    private byte[] sealed(ReportedAccess one) {
        return directory.seal(new Place(TABLE, one.id(), one.version()), one.content());
    }

    private ReportedAccess read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long version = row.getLong("version");
        return new ReportedAccess(
                id,
                row.getObject("space_id", UUID.class),
                row.getLong("trace"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                ReportedAccess.State.valueOf(row.getString("state")),
                version,
                directory.open(new Place(TABLE, id, version), row.getBytes("sealed"), ReportedAccess.Content.class));
    }
}

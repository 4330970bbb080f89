package fr.monespacesante.record;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
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

/// The tables of erasures: requests, which are found before a door is open, and what lies behind it.
final class ErasureRows {
    private static final String TABLE = "record.erasure";
    private static final String COLUMNS = """
            select id, state, asked_at, begins_at, ended_at, documents, erased, sealed from record.erasure
            """;

    private final JdbcClient database;
    private final Directory directory;

    ErasureRows(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// What is kept of a request besides its numbers.
    record Said(List<Erasure.Count> categories) {}

    /// A request to be worked on.
    record Due(SpaceId space, UUID id) {}

    void add(Visit visit, Erasure erasure, List<DocumentId> documents) {
        database.sql("""
                        insert into record.erasure (space_id, id, state, asked_at, begins_at, documents, sealed)
                        values (:space, :id, 'RECEIVED', :asked, :begins, :documents, :sealed)
                        """)
                .param("space", visit.id().value())
                .param("id", erasure.id())
                .param("asked", time(erasure.askedAt()))
                .param("begins", time(erasure.beginsAt()))
                .param("documents", erasure.documents())
                .param("sealed", directory.seal(place(erasure.id()), new Said(erasure.categories())))
                .update();
        database.sql("""
                        insert into record.erasure_document (space_id, erasure, id)
                        select :space, :erasure, unnest(cast(:ids as uuid[]))
                        """)
                .param("space", visit.id().value())
                .param("erasure", erasure.id())
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .update();
    }

    /// Newest first.
    List<Erasure> of(Visit visit) {
        return database.sql(COLUMNS + " where space_id = :space order by asked_at desc")
                .param("space", visit.id().value())
                .query(this::erasure)
                .list();
    }

    /// False when it has begun or ended.
    boolean withdraw(Visit visit, UUID id) {
        int withdrawn = database.sql("""
                        update record.erasure set state = 'WITHDRAWN', ended_at = :now
                         where space_id = :space and id = :id and state = 'RECEIVED' and begins_at > :now
                        """)
                .param("space", visit.id().value())
                .param("id", id)
                .param("now", time(visit.now()))
                .update();
        if (withdrawn == 1) {
            forget(visit, id);
        }
        return withdrawn == 1;
    }

    private void forget(Visit visit, UUID id) {
        database.sql("delete from record.erasure_document where space_id = :space and erasure = :id")
                .param("space", visit.id().value())
                .param("id", id)
                .update();
    }

    /// The requests that may begin or go on, in the order in which they may.
    List<Due> due(Instant now, int most) {
        return database.sql("""
                        select space_id, id from record.erasure
                         where state in ('RECEIVED', 'RUNNING') and begins_at <= :now order by begins_at limit :most
                        """)
                .param("now", time(now))
                .param("most", most)
                .query((row, number) ->
                        new Due(new SpaceId(row.getObject("space_id", UUID.class)), row.getObject("id", UUID.class)))
                .list();
    }

    /// True when this transaction has it: no other node works on it until the end.
    boolean take(Visit visit, UUID id) {
        return database.sql("""
                        select id from record.erasure
                         where space_id = :space and id = :id and state in ('RECEIVED', 'RUNNING')
                         for update skip locked
                        """)
                .param("space", visit.id().value())
                .param("id", id)
                .query((row, number) -> true)
                .optional()
                .orElse(false);
    }

    List<DocumentId> documents(Visit visit, UUID id, int most) {
        return database.sql("""
                        select id from record.erasure_document
                         where space_id = :space and erasure = :erasure order by id limit :most
                        """)
                .param("space", visit.id().value())
                .param("erasure", id)
                .param("most", most)
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Notes that these are gone, in every request that named them, and that what had this uniqueId is
    /// not to come back.
    void erased(Visit visit, UUID id, List<DocumentId> documents, List<String> uniqueIds) {
        database.sql(
                        "delete from record.erasure_document where space_id = :space and erasure = :id and id = any (:ids)")
                .param("space", visit.id().value())
                .param("id", id)
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .update();
        for (String uniqueId : uniqueIds) {
            database.sql("""
                            insert into record.erased (space_id, unique_hash, erased_at) values (:space, :unique, :now)
                            on conflict do nothing
                            """)
                    .param("space", visit.id().value())
                    .param("unique", visit.key().fingerprint(DocumentRows.DOCUMENT, uniqueId))
                    .param("now", time(visit.now()))
                    .update();
        }
        database.sql("""
                        update record.erasure set state = 'RUNNING', erased = least(documents, erased + :count)
                         where space_id = :space and id = :id
                        """)
                .param("space", visit.id().value())
                .param("id", id)
                .param("count", documents.size())
                .update();
    }

    void done(Visit visit, UUID id) {
        database.sql("""
                        update record.erasure set state = 'DONE', erased = documents, ended_at = :now
                         where space_id = :space and id = :id
                        """)
                .param("space", visit.id().value())
                .param("id", id)
                .param("now", time(visit.now()))
                .update();
    }

    /// Tries again later: the door was shut.
    void later(Due due, Instant when) {
        database.sql("""
                        update record.erasure set begins_at = :when
                         where space_id = :space and id = :id and state in ('RECEIVED', 'RUNNING')
                        """)
                .param("space", due.space().value())
                .param("id", due.id())
                .param("when", time(when))
                .update();
    }

    /// Removes the facts that need no longer be kept.
    int forget(Instant before) {
        return database.sql("delete from record.erasure where ended_at < :before")
                .param("before", time(before))
                .update();
    }

    private Erasure erasure(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Erasure(
                id,
                Erasure.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("documents"),
                row.getInt("erased"),
                directory.open(place(id), row.getBytes("sealed"), Said.class).categories());
    }

    private static Place place(UUID id) {
        return new Place(TABLE, id, 0);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

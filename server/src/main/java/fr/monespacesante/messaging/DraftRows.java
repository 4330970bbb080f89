package fr.monespacesante.messaging;

import fr.monespacesante.access.Visit;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of drafts, and of the files that are attached to them.
final class DraftRows {
    private static final String TABLE = "messaging.draft";

    private final JdbcClient database;

    DraftRows(JdbcClient database) {
        this.database = database;
    }

    /// To be changed: another visit of the same person waits.
    Optional<Draft> take(Visit visit, UUID conversation, UUID author) {
        return find(visit, conversation, author, " for update");
    }

    Optional<Draft> find(Visit visit, UUID conversation, UUID author) {
        return find(visit, conversation, author, "");
    }

    private Optional<Draft> find(Visit visit, UUID conversation, UUID author, String lock) {
        return database.sql("select id, version, sealed from messaging.draft"
                        + " where space_id = :space and conversation = :conversation and author = :author" + lock)
                .param("space", visit.id().value())
                .param("conversation", conversation)
                .param("author", author)
                .query((row, number) -> open(visit, row))
                .optional();
    }

    /// Those of these exchanges in which this person has one.
    List<UUID> among(Visit visit, List<UUID> conversations, UUID author) {
        return database.sql("select conversation from messaging.draft"
                        + " where space_id = :space and author = :author and conversation = any (:conversations)")
                .param("space", visit.id().value())
                .param("author", author)
                .param("conversations", conversations.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("conversation", UUID.class))
                .list();
    }

    /// False when another draft came first, or another change did.
    boolean save(Visit visit, Draft draft, UUID author) {
        return database.sql("""
                        insert into messaging.draft (space_id, id, conversation, author, version, saved_at, sealed)
                        values (:space, :id, :conversation, :author, :version, :at, :sealed)
                        on conflict (space_id, conversation, author) do update
                           set version = excluded.version, saved_at = excluded.saved_at, sealed = excluded.sealed
                         where messaging.draft.id = excluded.id and messaging.draft.version = excluded.version - 1
                        """)
                        .param("space", visit.id().value())
                        .param("id", draft.id())
                        .param("conversation", draft.conversation())
                        .param("author", author)
                        .param("version", draft.version())
                        .param("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                        .param("sealed", visit.key().seal(new Place(TABLE, draft.id(), draft.version()), draft))
                        .update()
                == 1;
    }

    void addFile(Visit visit, UUID draft, Draft.File file) {
        database.sql("insert into messaging.draft_file (space_id, id, draft, size) values (:space, :id, :draft, :size)")
                .param("space", visit.id().value())
                .param("id", file.id())
                .param("draft", draft)
                .param("size", file.size())
                .update();
    }

    void removeFile(Visit visit, UUID file) {
        database.sql("delete from messaging.draft_file where space_id = :space and id = :id")
                .param("space", visit.id().value())
                .param("id", file)
                .update();
    }

    /// Removes a draft, and its files with it.
    void remove(Visit visit, Draft draft, MessageBlobs blobs) {
        draft.files().forEach(file -> blobs.removeAfterCommit(visit.id(), file.id()));
        for (String sql : List.of(
                "delete from messaging.draft_file where space_id = :space and draft = :id",
                "delete from messaging.draft where space_id = :space and id = :id")) {
            database.sql(sql)
                    .param("space", visit.id().value())
                    .param("id", draft.id())
                    .update();
        }
    }

    /// Everybody's in an exchange.
    void remove(Visit visit, UUID conversation, MessageBlobs blobs) {
        database.sql("select id, version, sealed from messaging.draft"
                        + " where space_id = :space and conversation = :conversation")
                .param("space", visit.id().value())
                .param("conversation", conversation)
                .query((row, number) -> open(visit, row))
                .list()
                .forEach(draft -> remove(visit, draft, blobs));
    }

    private static Draft open(Visit visit, ResultSet row) throws SQLException {
        Place place = new Place(TABLE, row.getObject("id", UUID.class), row.getLong("version"));
        return visit.key().open(place, row.getBytes("sealed"), Draft.class);
    }
}

package fr.monespacesante.messaging;

import fr.monespacesante.access.Visit;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of exchanges. Nothing here asks who may see what.
final class ConversationRows {
    private static final String TABLE = "messaging.conversation";

    private final JdbcClient database;

    ConversationRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Conversation> find(Visit visit, UUID conversation) {
        return find(visit, conversation, "");
    }

    /// To be changed: another visit that wants to waits for the end of this one.
    Optional<Conversation> take(Visit visit, UUID conversation) {
        return find(visit, conversation, " for update");
    }

    private Optional<Conversation> find(Visit visit, UUID conversation, String lock) {
        return database.sql("select id, version, sealed from messaging.conversation"
                        + " where space_id = :space and id = :id" + lock)
                .param("space", visit.id().value())
                .param("id", conversation)
                .query((row, number) -> open(visit, row))
                .optional();
    }

    /// Where a page goes on.
    record Cursor(Instant lastAt, UUID id) {}

    /// The next ones in the order of their last message, newest first.
    List<Conversation> batch(Visit visit, @Nullable Cursor after, boolean unreadOnly, int size) {
        return database.sql("""
                        select id, version, sealed from messaging.conversation
                         where space_id = :space and (not :unread or unread > 0)
                           and (cast(:at as timestamptz) is null or (last_at, id) < (cast(:at as timestamptz), :after))
                         order by last_at desc, id desc limit :size
                        """)
                .param("space", visit.id().value())
                .param("unread", unreadOnly)
                .param("at", after == null ? null : after.lastAt().atOffset(ZoneOffset.UTC))
                .param("after", after == null ? new UUID(0, 0) : after.id())
                .param("size", size)
                .query((row, number) -> open(visit, row))
                .list();
    }

    List<Conversation> of(Visit visit, Collection<UUID> ids) {
        return database.sql("select id, version, sealed from messaging.conversation"
                        + " where space_id = :space and id = any (:ids) order by last_at desc, id desc")
                .param("space", visit.id().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> open(visit, row))
                .list();
    }

    /// How many exchanges have something unread.
    ///
    /// @param all those too that are kept from who represents the holder
    int unread(Visit visit, boolean all) {
        return database.sql("select count(*) from messaging.conversation"
                        + " where space_id = :space and unread > 0 and (:all or not alone)")
                .param("space", visit.id().value())
                .param("all", all)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void add(Visit visit, Conversation conversation) {
        write(visit, conversation, """
                insert into messaging.conversation (space_id, id, version, last_at, unread, alone, sealed)
                values (:space, :id, :version, :last, :unread, :alone, :sealed)
                """);
    }

    /// After `take`: nobody else was quicker.
    void change(Visit visit, Conversation conversation) {
        write(visit, conversation, """
                update messaging.conversation
                   set version = :version, last_at = :last, unread = :unread, alone = :alone, sealed = :sealed
                 where space_id = :space and id = :id and version = :version - 1
                """);
    }

    private void write(Visit visit, Conversation conversation, String sql) {
        int written = database.sql(sql)
                .param("space", visit.id().value())
                .param("id", conversation.id())
                .param("version", conversation.version())
                .param("last", conversation.lastAt().atOffset(ZoneOffset.UTC))
                .param("unread", conversation.unread())
                .param("alone", conversation.alone())
                .param("sealed", visit.key().seal(place(conversation.id(), conversation.version()), conversation))
                .update();
        if (written != 1) {
            throw new IllegalStateException("an exchange was changed without being taken");
        }
    }

    void remove(Visit visit, UUID conversation) {
        database.sql("delete from messaging.conversation where space_id = :space and id = :id")
                .param("space", visit.id().value())
                .param("id", conversation)
                .update();
    }

    private static Conversation open(Visit visit, ResultSet row) throws SQLException {
        Place place = place(row.getObject("id", UUID.class), row.getLong("version"));
        return visit.key().open(place, row.getBytes("sealed"), Conversation.class);
    }

    private static Place place(UUID id, long version) {
        return new Place(TABLE, id, version);
    }
}

package fr.monespacesante.messaging;

import fr.monespacesante.access.Visit;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.content.WordList;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of messages and of their words. Nothing here asks who may see what.
final class MessageRows {
    private static final String TABLE = "messaging.message";
    private static final String WORDS = "messaging.words";

    private final JdbcClient database;

    MessageRows(JdbcClient database) {
        this.database = database;
    }

    /// False when the same message is there already.
    ///
    /// @param sameness what is equal when one message is delivered twice
    boolean add(Visit visit, Message message, String sameness, SearchWords words) {
        int added = database.sql("""
                        with fresh as (
                            insert into messaging.message
                                   (space_id, id, conversation, version, at, once, named, blob, size, sealed)
                            values (:space, :id, :conversation, :version, :at, :once, :named, :blob, :size, :sealed)
                            on conflict (space_id, once) do nothing
                            returning space_id, id)
                        insert into messaging.words (space_id, id, sealed) select space_id, id, :words from fresh
                        """)
                .param("space", visit.id().value())
                .param("id", message.id())
                .param("conversation", message.conversation())
                .param("version", message.version())
                .param("at", message.at().atOffset(ZoneOffset.UTC))
                .param("once", once(visit, sameness))
                .param("named", named(visit, message.messageId()))
                .param("blob", message.blob())
                .param("size", message.size())
                .param("sealed", visit.key().seal(place(message), message))
                .param("words", visit.key().sealBytes(new Place(WORDS, message.id(), 0), WordList.pack(words)))
                .update();
        return added == 1;
    }

    Optional<Message> same(Visit visit, String sameness) {
        return database.sql("select id, version, sealed from messaging.message"
                        + " where space_id = :space and once = :once")
                .param("space", visit.id().value())
                .param("once", once(visit, sameness))
                .query((row, number) -> open(visit, row))
                .optional();
    }

    /// Messages that bear one of these ids, the latest first.
    List<Message> named(Visit visit, List<String> messageIds) {
        byte[][] names = messageIds.stream().map(id -> named(visit, id)).toArray(byte[][]::new);
        return database.sql("select id, version, sealed from messaging.message"
                        + " where space_id = :space and named = any (:names) order by at desc, id desc")
                .param("space", visit.id().value())
                .param("names", names)
                .query((row, number) -> open(visit, row))
                .list();
    }

    Optional<Message> find(Visit visit, UUID message) {
        return database.sql("select id, version, sealed from messaging.message where space_id = :space and id = :id")
                .param("space", visit.id().value())
                .param("id", message)
                .query((row, number) -> open(visit, row))
                .optional();
    }

    Optional<Message> take(Visit visit, UUID message) {
        return database.sql("select id, version, sealed from messaging.message"
                        + " where space_id = :space and id = :id for update")
                .param("space", visit.id().value())
                .param("id", message)
                .query((row, number) -> open(visit, row))
                .optional();
    }

    /// The latest of an exchange, newest first.
    ///
    /// @param skipped so many of the newest
    List<Message> of(Visit visit, UUID conversation, int skipped, int size) {
        return database.sql("""
                        select id, version, sealed from messaging.message
                         where space_id = :space and conversation = :conversation
                         order by at desc, id desc offset :skipped limit :size
                        """)
                .param("space", visit.id().value())
                .param("conversation", conversation)
                .param("skipped", skipped)
                .param("size", size)
                .query((row, number) -> open(visit, row))
                .list();
    }

    void each(Visit visit, UUID conversation, Consumer<Message> visitor) {
        database.sql("select id, version, sealed from messaging.message"
                        + " where space_id = :space and conversation = :conversation order by at, id")
                .param("space", visit.id().value())
                .param("conversation", conversation)
                .query(row -> {
                    visitor.accept(open(visit, row));
                });
    }

    /// The exchanges in some message of which each of these words begins a word.
    Set<UUID> withWords(Visit visit, List<String> wanted) {
        Set<UUID> found = new HashSet<>();
        database.sql("""
                        select m.id, m.conversation, w.sealed as words
                          from messaging.message m
                          join messaging.words w on w.space_id = m.space_id and w.id = m.id
                         where m.space_id = :space
                        """).param("space", visit.id().value()).query(row -> {
            UUID conversation = row.getObject("conversation", UUID.class);
            if (!found.contains(conversation)) {
                Place place = new Place(WORDS, row.getObject("id", UUID.class), 0);
                if (WordList.contains(visit.key().openBytes(place, row.getBytes("words")), wanted)) {
                    found.add(conversation);
                }
            }
        });
        return found;
    }

    /// After `take`.
    void change(Visit visit, Message message) {
        int changed = database.sql("update messaging.message set version = :version, sealed = :sealed"
                        + " where space_id = :space and id = :id and version = :version - 1")
                .param("space", visit.id().value())
                .param("id", message.id())
                .param("version", message.version())
                .param("sealed", visit.key().seal(place(message), message))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("a message was changed without being taken");
        }
    }

    void remove(Visit visit, UUID message) {
        for (String table : List.of(WORDS, TABLE)) {
            database.sql("delete from " + table + " where space_id = :space and id = :id")
                    .param("space", visit.id().value())
                    .param("id", message)
                    .update();
        }
    }

    private static byte[] once(Visit visit, String sameness) {
        return visit.key().fingerprint("messaging.once", sameness);
    }

    private static byte[] named(Visit visit, String messageId) {
        return visit.key().fingerprint("messaging.named", messageId);
    }

    private static Message open(Visit visit, ResultSet row) throws SQLException {
        Place place = new Place(TABLE, row.getObject("id", UUID.class), row.getLong("version"));
        return visit.key().open(place, row.getBytes("sealed"), Message.class);
    }

    private static Place place(Message message) {
        return new Place(TABLE, message.id(), message.version());
    }
}

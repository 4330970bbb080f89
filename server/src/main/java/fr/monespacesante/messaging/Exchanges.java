package fr.monespacesante.messaging;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The exchanges of a professional of the portal, as their own list shows them: with whom, when, answered or not. What
/// was said is read in the space, by right and with a trace.
public final class Exchanges {
    private static final String TABLE = "messaging.exchange";

    private final JdbcClient database;
    private final Directory directory;

    Exchanges(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// @param patient name of the holder
    /// @param answered the patient wrote, and the professional has not opened it yet
    public record Exchange(
            UUID conversation, SpaceId space, String patient, Instant lastAt, boolean answered, boolean closed) {
        @Override
        public String toString() {
            return "Exchange[" + conversation + "]";
        }
    }

    private record Sealed(String patient) {}

    /// A page of them, the latest first.
    public List<Exchange> of(Rpps professional, int skipped, int size) {
        return database.sql("""
                        select conversation, space_id, last_at, answered, closed, sealed from messaging.exchange
                         where professional = :professional
                         order by last_at desc, conversation offset :skipped limit :size
                        """)
                .param("professional", mark(professional))
                .param("skipped", skipped)
                .param("size", size)
                .query((row, number) -> open(row))
                .list();
    }

    public Optional<Exchange> find(Rpps professional, UUID conversation) {
        return database.sql("""
                        select conversation, space_id, last_at, answered, closed, sealed from messaging.exchange
                         where professional = :professional and conversation = :conversation
                        """)
                .param("professional", mark(professional))
                .param("conversation", conversation)
                .query((row, number) -> open(row))
                .optional();
    }

    /// How many have an answer that was not opened.
    public int answered(Rpps professional) {
        return database.sql("select count(*) from messaging.exchange where professional = :professional and answered")
                .param("professional", mark(professional))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void note(Visit visit, Conversation conversation, Rpps professional, boolean answered) {
        Sealed sealed = new Sealed(visit.space().person().displayName());
        database.sql("""
                        insert into messaging.exchange
                               (professional, conversation, space_id, last_at, answered, closed, sealed)
                        values (:professional, :conversation, :space, :at, :answered, :closed, :sealed)
                        on conflict (professional, conversation) do update
                           set last_at = excluded.last_at, answered = excluded.answered, closed = excluded.closed,
                               sealed = excluded.sealed
                        """)
                .param("professional", mark(professional))
                .param("conversation", conversation.id())
                .param("space", visit.id().value())
                .param("at", conversation.lastAt().atOffset(ZoneOffset.UTC))
                .param("answered", answered)
                .param("closed", conversation.closed())
                .param("sealed", directory.seal(place(conversation.id()), sealed))
                .update();
    }

    /// The professional has opened it.
    void opened(Rpps professional, UUID conversation) {
        database.sql("update messaging.exchange set answered = false"
                        + " where professional = :professional and conversation = :conversation and answered")
                .param("professional", mark(professional))
                .param("conversation", conversation)
                .update();
    }

    void remove(SpaceId space, UUID conversation) {
        database.sql("delete from messaging.exchange where space_id = :space and conversation = :conversation")
                .param("space", space.value())
                .param("conversation", conversation)
                .update();
    }

    void remove(SpaceId space) {
        database.sql("delete from messaging.exchange where space_id = :space")
                .param("space", space.value())
                .update();
    }

    private byte[] mark(Rpps professional) {
        return directory.fingerprint(TABLE, professional.value());
    }

    private Exchange open(ResultSet row) throws SQLException {
        UUID conversation = row.getObject("conversation", UUID.class);
        Sealed sealed = directory.open(place(conversation), row.getBytes("sealed"), Sealed.class);
        return new Exchange(
                conversation,
                new SpaceId(row.getObject("space_id", UUID.class)),
                sealed.patient(),
                row.getTimestamp("last_at").toInstant(),
                row.getBoolean("answered"),
                row.getBoolean("closed"));
    }

    private static Place place(UUID conversation) {
        return new Place(TABLE, conversation, 0);
    }
}

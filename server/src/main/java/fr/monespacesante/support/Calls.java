package fr.monespacesante.support;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// The calls there are now.
final class Calls {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcClient database;
    private final Directory directory;
    private final Acts.Beside beside;

    Calls(JdbcClient database, Directory directory, Acts.Beside beside) {
        this.database = database;
        this.directory = directory;
        this.beside = beside;
    }

    private record Words(String agent, boolean representative) {
        @Override
        public String toString() {
            return "Words[redacted]";
        }
    }

    Call begin(SupportAgent agent, SpaceId space, boolean representative) {
        Instant now = beside.now();
        Call call = new Call(beside.ids().next(), space, now, now.plus(LIFE), representative);
        database.sql("""
                        insert into support.call (call_id, space_id, at, until, sealed)
                        values (:id, :space, :at, :until, :sealed)
                        """)
                .param("id", call.id())
                .param("space", space.value())
                .param("at", Acts.at(now))
                .param("until", Acts.at(call.until()))
                .param("sealed", directory.seal(place(call.id()), new Words(agent.id(), representative)))
                .update();
        return call;
    }

    /// Empty when it is over, or another agent's.
    Optional<Call> find(SupportAgent agent, UUID id) {
        return database.sql("select call_id, space_id, at, until, sealed from support.call"
                        + " where call_id = :id and until > :now")
                .param("id", id)
                .param("now", Acts.at(beside.now()))
                .query((row, number) -> read(agent, row))
                .optional()
                .flatMap(found -> found);
    }

    void end(Call call) {
        database.sql("delete from support.call where call_id = :id")
                .param("id", call.id())
                .update();
    }

    @Scheduled(fixedDelay = 600_000)
    void forgetOld() {
        database.sql("delete from support.call where until < :now")
                .param("now", Acts.at(beside.now()))
                .update();
    }

    private Optional<Call> read(SupportAgent agent, ResultSet row) throws SQLException {
        UUID id = row.getObject("call_id", UUID.class);
        Words words = directory.open(place(id), row.getBytes("sealed"), Words.class);
        return words.agent().equals(agent.id())
                ? Optional.of(new Call(
                        id,
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        words.representative()))
                : Optional.empty();
    }

    private static Place place(UUID id) {
        return new Place("support.call", id, 0);
    }
}

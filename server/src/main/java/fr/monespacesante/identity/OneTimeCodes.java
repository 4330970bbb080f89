package fr.monespacesante.identity;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.Directory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Codes of six digits, by e-mail or text message: ten minutes, five tries, one use. Only a keyed hash is
/// kept, bound
/// to the number of the code and to its purpose, so that a code for one thing opens no other.
@Component
public class OneTimeCodes {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    private final JdbcClient database;
    private final Directory directory;
    private final Outbox outbox;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    public OneTimeCodes(
            JdbcClient database, Directory directory, Outbox outbox, Ids ids, SecureRandom random, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.outbox = outbox;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /// Sends a new code; call it in a transaction.
    ///
    /// @param purpose what the code will be good for, and for whom: an id, never a name
    /// @return the number to check it by
    public UUID send(String purpose, Contact contact) {
        return send(purpose, contact, OneTimeCodes::text);
    }

    /// A code to be told to a counsellor, and to nobody else (ACP-01).
    ///
    /// @param counsellor name and place
    public UUID sendForAssistance(String purpose, Contact contact, String counsellor) {
        return send(purpose, contact, code -> assistance(code, counsellor));
    }

    private UUID send(String purpose, Contact contact, UnaryOperator<String> text) {
        UUID id = ids.next();
        String code = "%06d".formatted(random.nextInt(1_000_000));
        database.sql("""
                        insert into identity.one_time_code (code_id, purpose, code_hash, expires_at, tries_left)
                        values (:id, :purpose, :hash, :expires, :tries)
                        """)
                .param("id", id)
                .param("purpose", purpose)
                .param("hash", hash(id, purpose, code))
                .param("expires", at(clock.instant().plus(LIFE)))
                .param("tries", TRIES)
                .update();
        outbox.hand(contact.letter("Votre code / Your code", text.apply(code)), Letter.Urgency.SOMEONE_WAITS, LIFE);
        return id;
    }

    /// Spends a try. Refused with `CODE_WRONG`, with `CODE_USED` the second time, with `CODE_EXPIRED` when
    /// it is too
    /// late or the tries are spent: then only a new code helps.
    public Outcome<UUID> check(UUID id, String purpose, String typed) {
        Optional<Spent> spent = database.sql("""
                        update identity.one_time_code set tries_left = tries_left - 1
                         where code_id = :id and purpose = :purpose and tries_left > 0
                        returning code_hash, expires_at, used_at
                        """)
                .param("id", id)
                .param("purpose", purpose)
                .query((row, number) -> spent(row, hash(id, purpose, typed.replaceAll("\\s", ""))))
                .optional();
        if (spent.isEmpty() || spent.get().late()) {
            return Outcome.refused(Problem.CODE_EXPIRED, "code");
        }
        if (spent.get().used()) {
            return Outcome.refused(Problem.CODE_USED, "code");
        }
        if (!spent.get().right()) {
            return Outcome.refused(Problem.CODE_WRONG, "code");
        }
        int first = database.sql("""
                        update identity.one_time_code set used_at = :now where code_id = :id and used_at is null
                        """)
                .param("id", id)
                .param("now", at(clock.instant()))
                .update();
        return first == 1 ? Outcome.done(id) : Outcome.refused(Problem.CODE_USED, "code");
    }

    @Scheduled(fixedDelay = 600_000)
    void forgetOld() {
        database.sql("delete from identity.one_time_code where expires_at < :before")
                .param("before", at(clock.instant().minus(LIFE.multipliedBy(6))))
                .update();
    }

    private static String assistance(String code, String counsellor) {
        return """
                Mon espace santé : %s demande à ouvrir votre espace avec vous, 30 minutes au plus. Seulement si vous
                êtes ensemble, dites-lui ce code : votre code est %s. Il est valable 10 minutes. Sinon, appelez le 3422.

                %s asks to open your space with you, for 30 minutes at most. Only if you are together, tell this
                code: your code is %s. It is valid for 10 minutes. If not, call 3422.
                """.formatted(counsellor, code, counsellor, code);
    }

    private static String text(String code) {
        return """
                Mon espace santé : votre code est %s. Il est valable 10 minutes. Ne le donnez à personne.

                Your code is %s. It is valid for 10 minutes. Give it to nobody.
                """.formatted(code, code);
    }

    private byte[] hash(UUID id, String purpose, String code) {
        return directory.fingerprint("identity.one_time_code", id + "|" + purpose + "|" + code);
    }

    private Spent spent(ResultSet row, byte[] typed) throws SQLException {
        return new Spent(
                MessageDigest.isEqual(row.getBytes("code_hash"), typed),
                row.getObject("expires_at", OffsetDateTime.class).toInstant().isBefore(clock.instant()),
                row.getObject("used_at", OffsetDateTime.class) != null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Spent(boolean right, boolean late, boolean used) {}
}

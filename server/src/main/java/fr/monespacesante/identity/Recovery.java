package fr.monespacesante.identity;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A forgotten login or password (AUT-03). By the card: a code goes to the contact that is known, and whoever
/// asks gets the same answer after the same work; the person is looked up a moment later, by a job. By
/// FranceConnect, the caller knows the person already. Then new credentials are chosen
/// (`OwnCredentials.recover`).
@Component
public class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final String TABLE = "identity.recovery";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration CONTACT_STANDS = Duration.ofDays(3);
    private static final int TRIES = 5;
    private static final int BATCH = 50;

    private final JdbcClient database;
    private final Directory directory;
    private final CardHolders people;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final TransactionTemplate transactions;
    private final Moments moments;

    Recovery(
            JdbcClient database,
            Directory directory,
            CardHolders people,
            OneTimeCodes codes,
            Throttle throttle,
            TransactionTemplate transactions,
            Moments moments) {
        this.database = database;
        this.directory = directory;
        this.people = people;
        this.codes = codes;
        this.throttle = throttle;
        this.transactions = transactions;
        this.moments = moments;
    }

    /// Now, and names for what happens now.
    @Component
    record Moments(Clock clock, Ids ids) {
        OffsetDateTime now() {
            return clock.instant().atOffset(ZoneOffset.UTC);
        }
    }

    /// What was typed.
    private record Card(String ins, String serial) {}

    private record Row(UUID id, Card card) {}

    private record Waiting(@Nullable UUID citizen, @Nullable UUID code, Instant asked) {}

    /// Asks for a code by the card. Always done, whoever it is, unless it was asked too often
    /// (`TOO_MANY_ATTEMPTS` and the seconds to wait).
    public Outcome<UUID> ask(String ins, String vitaleSerial, String address) {
        var slow = throttle.enter(Guard.RECOVERY_ADDRESS, address);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.RECOVERY, ins.replaceAll("\\W", ""));
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        return Outcome.done(insert(new Card(cut(ins), cut(vitaleSerial)), false));
    }

    /// Sends a code to a person whom FranceConnect has named.
    public Outcome<UUID> askFor(Citizen citizen) {
        var slow = throttle.enter(Guard.CODE_SENDING, citizen.id().toString());
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        return Outcome.done(Objects.requireNonNull(transactions.execute(_ -> {
            UUID id = insert(new Card("", ""), true);
            send(id, citizen);
            return id;
        })));
    }

    /// The citizen, once the code is right. Refused with `CODE_WRONG`, and with `CODE_EXPIRED` when it is too
    /// late or the tries are spent: the same for a request that nobody answers to.
    public Outcome<CitizenId> check(UUID id, String typed) {
        Optional<Waiting> waiting =
                database.sql("""
                        update identity.recovery set tries_left = tries_left - 1
                         where recovery_id = :id and tries_left > 0
                        returning citizen_id, code_id, asked_at
                        """).param("id", id).query(Recovery::waiting).optional();
        if (waiting.isEmpty()
                || waiting.get().asked().plus(LIFE).isBefore(moments.clock().instant())) {
            return Outcome.refused(Problem.CODE_EXPIRED, "code");
        }
        UUID code = waiting.get().code();
        UUID citizen = waiting.get().citizen();
        // the same statement for nobody, so that the time says nothing
        Outcome<UUID> checked = codes.check(code == null ? id : code, purpose(id), typed);
        if (code == null || citizen == null) {
            return Outcome.refused(Problem.CODE_WRONG, "code");
        }
        return checked.map(_ -> new CitizenId(citizen));
    }

    /// Looks up who has asked, and sends the codes; the number looked at.
    @Scheduled(fixedDelay = 500)
    public int lookUp() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<Row> due =
                    database.sql("""
                            select recovery_id, sealed from identity.recovery where not looked_up
                             order by asked_at limit :most for update skip locked
                            """).param("most", BATCH).query(this::row).list();
            due.forEach(this::lookUp);
            return due.size();
        }));
    }

    private void lookUp(Row row) {
        database.sql("update identity.recovery set looked_up = true where recovery_id = :id")
                .param("id", row.id())
                .update();
        people.citizen(row.card().ins(), row.card().serial())
                .filter(citizen -> contactStands(citizen.id()))
                .filter(citizen -> throttle.enter(
                                Guard.CODE_SENDING, citizen.id().toString())
                        .isEmpty())
                .ifPresent(citizen -> send(row.id(), citizen));
    }

    /// A contact that was changed a moment ago, on the phone perhaps, renews nothing yet: its owner has been told.
    private boolean contactStands(CitizenId citizen) {
        return database.sql("""
                        select contact_at is null or contact_at < :before from identity.citizen where citizen_id = :id
                        """)
                .param("id", citizen.value())
                .param("before", moments.now().minus(CONTACT_STANDS))
                .query((row, number) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    private void send(UUID id, Citizen citizen) {
        UUID code = codes.send(purpose(id), citizen.contact());
        database.sql("update identity.recovery set citizen_id = :citizen, code_id = :code where recovery_id = :id")
                .param("citizen", citizen.id().value())
                .param("code", code)
                .param("id", id)
                .update();
    }

    private UUID insert(Card card, boolean lookedUp) {
        UUID id = moments.ids().next();
        database.sql("""
                        insert into identity.recovery (recovery_id, asked_at, sealed, looked_up, tries_left)
                        values (:id, :now, :sealed, :looked, :tries)
                        """)
                .param("id", id)
                .param("now", moments.now())
                .param("sealed", directory.seal(new Place(TABLE, id, 0), card))
                .param("looked", lookedUp)
                .param("tries", TRIES)
                .update();
        return id;
    }

    @Scheduled(fixedDelay = 600_000)
    void forgetOld() {
        int forgotten = database.sql("delete from identity.recovery where asked_at < :before")
                .param("before", moments.now().minus(LIFE.multipliedBy(6)))
                .update();
        LOG.debug("{} requests for new credentials are forgotten", forgotten);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("recovery_id", UUID.class);
        return new Row(id, directory.open(new Place(TABLE, id, 0), row.getBytes("sealed"), Card.class));
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("citizen_id", UUID.class),
                row.getObject("code_id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(typed.length(), 40));
    }

    private static String purpose(UUID id) {
        return "recovery|" + id;
    }

    /// What a person who has proven herself anew chooses.
    ///
    /// @param login empty to keep the one there is
    public record Chosen(String login, Secret<String> password) {}
}

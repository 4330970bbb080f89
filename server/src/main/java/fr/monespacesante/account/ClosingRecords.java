package fr.monespacesante.account;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The traces of closings and erasures: who, when, reference; kept ten years, and nothing of what was inside.
@Component
public final class ClosingRecords {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String TABLE = "account.closing";

    private final JdbcClient database;
    private final Directory directory;
    private final Ids ids;
    private final SecureRandom random;
    private final AccountProperties properties;
    private final Clock clock;

    ClosingRecords(
            JdbcClient database,
            Directory directory,
            Ids ids,
            SecureRandom random,
            AccountProperties properties,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.ids = ids;
        this.random = random;
        this.properties = properties;
        this.clock = clock;
    }

    /// What is sealed of it.
    private record Details(String person, LocalDate birthDate, String by) {}

    Closing add(Space space, Closings.Wish wish, boolean erased) {
        UUID id = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Person person = space.person();
        Closing closing = new Closing(
                reference(), now, wish.reason(), erased, person.displayName(), person.birthDate(), wish.name());
        database.sql("""
                        insert into account.closing
                               (id, space_id, reference, closed_at, reason, erased, certificate_until, sealed)
                        values (:id, :space, :reference, :now, :reason, :erased, :until, :sealed)
                        """)
                .param("id", id)
                .param("space", space.id().value())
                .param("reference", closing.reference())
                .param("now", at(now))
                .param("reason", wish.reason().name())
                .param("erased", erased)
                .param("until", at(Deadlines.after(now, properties.certificates())))
                .param(
                        "sealed",
                        directory.seal(
                                new Place(TABLE, id, 0),
                                new Details(closing.person(), closing.birthDate(), closing.by())))
                .update();
        return closing;
    }

    /// By its reference, while its certificate can be had.
    public Optional<Closing> find(String reference) {
        return database.sql("""
                        select id, reference, closed_at, reason, erased, sealed from account.closing
                         where reference = :reference and certificate_until > :now
                        """)
                .param("reference", reference.strip().toUpperCase(Locale.ROOT))
                .param("now", at(clock.instant()))
                .query(this::read)
                .optional();
    }

    /// The last one of a space, for those who may ask about its life.
    public Optional<Closing> latest(SpaceId space) {
        return database.sql("""
                        select id, reference, closed_at, reason, erased, sealed from account.closing
                         where space_id = :space order by closed_at desc, id desc limit 1
                        """).param("space", space.value()).query(this::read).optional();
    }

    /// Removes what is older than this; how many.
    int forget(Period age) {
        return database.sql("""
                        delete from account.closing c
                         where c.closed_at < :before
                           and not exists (select from account.space s where s.space_id = c.space_id
                                            and s.state in ('CLOSED', 'DECEASED'))
                        """)
                .param(
                        "before",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minus(age))
                .update();
    }

    private Closing read(ResultSet row, int number) throws SQLException {
        Details details = directory.open(
                new Place(TABLE, row.getObject("id", UUID.class), 0), row.getBytes("sealed"), Details.class);
        return new Closing(
                String.valueOf(row.getString("reference")),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                Closings.Reason.valueOf(row.getString("reason")),
                row.getBoolean("erased"),
                details.person(),
                details.birthDate(),
                details.by());
    }

    /// 80 bits that nobody guesses: `ABCD-EFGH-IJKL-MNOP`.
    private String reference() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 16; at++) {
            if (at > 0 && at % 4 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

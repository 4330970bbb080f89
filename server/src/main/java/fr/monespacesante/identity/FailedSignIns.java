package fr.monespacesante.identity;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sign-ins that failed, as supervision counts them: one address that tries many accounts, or very many
/// failures over
/// the whole service (SUV-01). The brakes on guessing are elsewhere (`Throttle`) and forget; this
/// remembers a week.
@Component
public final class FailedSignIns {
    private static final String TABLE = "identity.failed_sign_in";
    private static final Duration MEMORY = Duration.ofDays(8);

    private final JdbcClient database;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    public FailedSignIns(JdbcClient database, Directory directory, Ids ids, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /// An address and how many accounts were tried from it.
    ///
    /// @param hash the address where it cannot be read
    public record Spraying(byte[] hash, String address, int accounts) {
        @Override
        public String toString() {
            return "Spraying[" + accounts + "]";
        }
    }

    private record Address(String address) {}

    @EventListener
    void note(SignInFailed failed) {
        note(failed.login(), failed.address(), failed.citizen());
    }

    /// Keeps one failure.
    public void note(String login, String address) {
        note(login, address, null);
    }

    private void note(String login, String address, @Nullable CitizenId citizen) {
        UUID id = ids.next();
        database.sql("""
                        insert into identity.failed_sign_in (id, at, address_hash, login_hash, sealed, citizen_id)
                        values (:id, :at, :address, :login, :sealed, :citizen)
                        """)
                .param("id", id)
                .param("at", at(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("address", directory.fingerprint(TABLE, address))
                .param("login", directory.fingerprint("identity.failed_login", Citizens.normalise(login)))
                .param("sealed", directory.seal(new Place(TABLE, id, 0), new Address(address)))
                .param("citizen", citizen == null ? null : citizen.value(), Types.OTHER)
                .update();
    }

    /// Addresses from which at least so many different accounts were tried, the most first.
    ///
    /// @param after not included
    /// @param until included
    public List<Spraying> spraying(Instant after, Instant until, int atLeast, int most) {
        return database.sql("""
                        select c.address_hash, c.accounts, l.id, l.sealed
                          from (select address_hash, count(distinct login_hash) as accounts, max(id::text)::uuid as last
                                  from identity.failed_sign_in where at > :after and at <= :until
                                 group by address_hash having count(distinct login_hash) >= :least
                                 order by accounts desc limit :most) c
                          join identity.failed_sign_in l on l.id = c.last
                         order by c.accounts desc
                        """)
                .param("after", at(after))
                .param("until", at(until))
                .param("least", atLeast)
                .param("most", most)
                .query(this::read)
                .list();
    }

    /// How many accounts were tried from one address.
    public int accounts(byte[] address, Instant after, Instant until) {
        return database.sql("""
                        select count(distinct login_hash) from identity.failed_sign_in
                         where address_hash = :address and at > :after and at <= :until
                        """)
                .param("address", address)
                .param("after", at(after))
                .param("until", at(until))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// Failures over the whole service.
    public int all(Instant after, Instant until) {
        return database.sql("select count(*) from identity.failed_sign_in where at > :after and at <= :until")
                .param("after", at(after))
                .param("until", at(until))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forgetOld() {
        database.sql("delete from identity.failed_sign_in where at < :before")
                .param("before", at(clock.instant().minus(MEMORY)))
                .update();
    }

    private Spraying read(ResultSet row, int number) throws SQLException {
        Place place = new Place(TABLE, row.getObject("id", UUID.class), 0);
        return new Spraying(
                row.getBytes("address_hash"),
                directory.open(place, row.getBytes("sealed"), Address.class).address(),
                row.getInt("accounts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

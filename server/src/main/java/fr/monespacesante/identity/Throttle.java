package fr.monespacesante.identity;

import fr.monespacesante.vault.Directory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts attempts for all nodes together. An attempt is counted before it is made, in a transaction of its
/// own: many
/// at the same moment do not slip through, and a failure further on does not take the count back.
@Component
public class Throttle {
    private final JdbcClient database;
    private final Directory directory;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    public Throttle(JdbcClient database, Directory directory, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// Counts one attempt on this key.
    ///
    /// @return how long to wait before the next one is even looked at; empty when this one may go on
    public Optional<Duration> enter(Guard guard, String key) {
        byte[] hash = hash(guard, key);
        return Objects.requireNonNull(ownTransaction.execute(_ -> count(guard, hash)));
    }

    /// The attempt succeeded: forget the ones before it.
    public void forget(Guard guard, String key) {
        database.sql("delete from identity.attempt where guard = :guard and key_hash = :hash")
                .param("guard", guard.name())
                .param("hash", hash(guard, key))
                .update();
    }

    /// The attempt succeeded: it does not count, the ones before it do. For keys that many people share.
    public void giveBack(Guard guard, String key) {
        database.sql("""
                        update identity.attempt set count = greatest(count - 1, 0), free_at = :now
                         where guard = :guard and key_hash = :hash
                        """)
                .param("guard", guard.name())
                .param("hash", hash(guard, key))
                .param("now", at(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forgetOld() {
        for (Guard guard : Guard.values()) {
            database.sql("delete from identity.attempt where guard = :guard and last_at < :before")
                    .param("guard", guard.name())
                    .param("before", at(clock.instant().minus(guard.memory())))
                    .update();
        }
    }

    private Optional<Duration> count(Guard guard, byte[] hash) {
        // the database keeps microseconds and would round an instant up, past now
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.sql("""
                        insert into identity.attempt (guard, key_hash, count, last_at, free_at)
                        values (:guard, :hash, 0, :now, :now) on conflict do nothing
                        """)
                .param("guard", guard.name())
                .param("hash", hash)
                .param("now", at(now))
                .update();
        Count before = database.sql("""
                        select count, last_at, free_at from identity.attempt
                         where guard = :guard and key_hash = :hash for update
                        """)
                .param("guard", guard.name())
                .param("hash", hash)
                .query(Throttle::read)
                .single();
        if (before.free().isAfter(now)) {
            return Optional.of(Duration.between(now, before.free()));
        }
        int count = before.last().plus(guard.memory()).isBefore(now) ? 1 : before.count() + 1;
        database.sql("""
                        update identity.attempt set count = :count, last_at = :now, free_at = :free
                         where guard = :guard and key_hash = :hash
                        """)
                .param("count", count)
                .param("now", at(now))
                .param("free", at(now.plus(guard.delayAfter(count))))
                .param("guard", guard.name())
                .param("hash", hash)
                .update();
        return Optional.empty();
    }

    private byte[] hash(Guard guard, String key) {
        return directory.fingerprint("identity.attempt." + guard, key);
    }

    private static Count read(ResultSet row, int number) throws SQLException {
        return new Count(
                row.getInt("count"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getObject("free_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Count(int count, Instant last, Instant free) {}
}

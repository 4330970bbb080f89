package fr.monespacesante.account;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.ErasedList;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Erases what is to be erased without anybody asking: spaces closed ten years ago (ENR-14), and, in a database that
/// was restored from a copy, spaces that were erased since that copy was made (ADR 38).
@Component
public final class ClosedForLong {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedForLong.class);
    private static final int BATCH = 200;

    private final JdbcClient database;
    private final Closings closings;
    private final ClosingRecords records;
    private final Erasures erasures;
    private final ErasedList list;
    private final AccountProperties properties;
    private final Clock clock;

    ClosedForLong(
            JdbcClient database,
            Closings closings,
            ClosingRecords records,
            Erasures erasures,
            ErasedList list,
            AccountProperties properties,
            Clock clock) {
        this.database = database;
        this.closings = closings;
        this.records = records;
        this.erasures = erasures;
        this.list = list;
        this.properties = properties;
        this.clock = clock;
    }

    /// How many spaces were erased. Two nodes at once erase each space once.
    @Scheduled(cron = "0 27 2 * * *", zone = "Europe/Paris")
    public int purge() {
        int erased = 0;
        List<SpaceId> due = due();
        while (!due.isEmpty()) {
            int before = erased;
            for (SpaceId space : due) {
                erased += done(closings.erase(space, new Closings.Wish(Closings.Reason.TERM, "", true)));
            }
            due = erased == before ? List.of() : due();
        }
        records.forget(properties.keepClosed());
        erasures.forget(properties.keepClosed());
        if (erased > 0) {
            LOG.info("{} spaces closed {} ago are erased", erased, properties.keepClosed());
        }
        return erased;
    }

    /// Erases again what a restored copy brought back; how many.
    @EventListener(ApplicationStartedEvent.class)
    public int eraseAgain() {
        int erased = 0;
        for (ErasedList.Erased one : list.all()) {
            if (isBack(one)) {
                Closings.Wish wish = new Closings.Wish(Closings.Reason.RESTORE, "", true);
                erased += done(closings.erase(one.space(), wish)) == 1 || done(closings.close(one.space(), wish)) == 1
                        ? 1
                        : 0;
            }
        }
        if (erased > 0) {
            LOG.warn("{} spaces that were erased had come back from a copy; they are erased again", erased);
        }
        return erased;
    }

    private static int done(Outcome<Closing> outcome) {
        return outcome instanceof Outcome.Done<Closing> ? 1 : 0;
    }

    /// There again, and not because its holder came back since.
    private boolean isBack(ErasedList.Erased one) {
        return database.sql("""
                        select 1 from account.space
                         where space_id = :space and state <> 'ERASED'
                           and coalesce(activated_at, opened_at, invited_at) < :at
                        """)
                .param("space", one.space().value())
                .param("at", at(one.at()))
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    private List<SpaceId> due() {
        return database.sql("""
                        select space_id from account.space
                         where state in ('CLOSED', 'DECEASED') and closed_at < :before order by closed_at limit :most
                        """)
                .param(
                        "before",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minus(properties.keepClosed()))
                .param("most", BATCH)
                .query((row, number) -> new SpaceId(row.getObject("space_id", UUID.class)))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package fr.monespacesante.account;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries erasures through (ENR-13): each module's step in a transaction of its own, written down when done, so that a
/// killed service goes on where it was. When all are done it waits until every visit begun before must have ended, and
/// does them once more. Until then the person cannot come back.
@Component
public final class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int BATCH = 20;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ObjectProvider<ErasureStep> steps;
    private final AccountProperties properties;
    private final Ids ids;
    private final Clock clock;

    Erasures(
            JdbcClient database,
            TransactionTemplate transactions,
            ObjectProvider<ErasureStep> steps,
            AccountProperties properties,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.steps = steps;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    private record Standing(SpaceId space, int pass, Set<String> done) {}

    /// In the transaction that destroys the key.
    void begin(SpaceId space) {
        database.sql("""
                        insert into account.erasure (id, space_id, asked_at, due_at) values (:id, :space, :now, :now)
                        """)
                .param("id", ids.next())
                .param("space", space.value())
                .param("now", at(clock.instant()))
                .update();
    }

    /// Is everything of the last erasure of this space gone?
    public boolean finished(SpaceId space) {
        return database.sql("select 1 from account.erasure where space_id = :space and finished_at is null")
                .param("space", space.value())
                .query((row, number) -> row.getInt(1))
                .optional()
                .isEmpty();
    }

    /// Does what is due; one erasure that fails keeps no other waiting.
    @Scheduled(fixedDelay = 2_000)
    public void goOn() {
        List<UUID> due = database.sql("""
                        select id from account.erasure
                         where finished_at is null and due_at <= :now order by due_at limit :most
                        """)
                .param("now", at(clock.instant()))
                .param("most", BATCH)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (UUID id : due) {
            try {
                boolean more = true;
                while (more) {
                    more = Objects.requireNonNull(transactions.execute(_ -> step(id)));
                }
            } catch (RuntimeException e) {
                LOG.error("an erasure stopped at a step; it is tried again", e);
            }
        }
    }

    /// The next step of one erasure; false when there is none now.
    private boolean step(UUID id) {
        Optional<Standing> found = database.sql("""
                        select space_id, pass, done from account.erasure
                         where id = :id and finished_at is null and due_at <= :now for update skip locked
                        """)
                .param("id", id)
                .param("now", at(clock.instant()))
                .query((row, number) -> new Standing(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getInt("pass"),
                        Arrays.stream((String[]) row.getArray("done").getArray())
                                .collect(Collectors.toUnmodifiableSet())))
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        Standing at = found.get();
        Optional<ErasureStep> next = steps.stream()
                .sorted(Comparator.comparingInt(ErasureStep::order))
                .filter(step -> !at.done().contains(step.name()))
                .findFirst();
        if (next.isPresent()) {
            next.get().erase(at.space());
            database.sql("update account.erasure set done = done || :name where id = :id")
                    .param("name", next.get().name())
                    .param("id", id)
                    .update();
            return true;
        }
        if (at.pass() == 1) {
            database.sql("update account.erasure set pass = 2, done = '{}', due_at = :later where id = :id")
                    .param("later", at(clock.instant().plus(properties.erasureGrace())))
                    .param("id", id)
                    .update();
        } else {
            database.sql("update account.erasure set finished_at = :now where id = :id")
                    .param("now", at(clock.instant()))
                    .param("id", id)
                    .update();
            LOG.info("a space is erased");
        }
        return false;
    }

    /// Removes what is older than this of erasures that are over.
    int forget(Period age) {
        return database.sql("delete from account.erasure where finished_at < :before")
                .param(
                        "before",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minus(age))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

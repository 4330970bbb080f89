package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
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
import org.springframework.transaction.support.TransactionTemplate;

/// Replaces the master keys (ENR-13, ADR 38): a new key is added, every space's key is wrapped anew in batches, and
/// when none is left under the old one, the old one is destroyed. From then on no copy of the database made before
/// opens, which is what makes an erasure reach back-ups.
///
/// Where it stands is in one row that a node locks while it works: a killed rotation goes on, two nodes take turns.
public final class Rotation {
    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final JdbcClient database;
    private final MasterKeys masters;
    private final TransactionTemplate transactions;
    private final Settings settings;
    private final Clock clock;

    Rotation(
            JdbcClient database, MasterKeys masters, TransactionTemplate transactions, Settings settings, Clock clock) {
        this.database = database;
        this.masters = masters;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param every from one rotation to the next
    /// @param destroyAfter from the last key wrapped anew to the end of the old master key; longer than any
    /// transaction lasts, so that nobody is still writing a key under the old one
    /// @param batch keys wrapped anew in one transaction
    record Settings(Duration every, Duration destroyAfter, int batch) {}

    /// Where a rotation stands.
    ///
    /// @param rewrapped since it began
    /// @param finishedAt no key is under an old master key any more
    /// @param destroyedAt the old master keys are gone
    public record Status(
            Instant beganAt, long rewrapped, Optional<Instant> finishedAt, Optional<Instant> destroyedAt) {}

    private enum Step {
        BEGAN,
        WRAPPED,
        FINISHED,
        DESTROYED,
        NOTHING
    }

    private record Standing(
            OffsetDateTime began,
            @Nullable UUID reached,
            long rewrapped,
            @Nullable OffsetDateTime finished,
            @Nullable OffsetDateTime destroyed) {
        static Standing of(ResultSet row, int number) throws SQLException {
            return new Standing(
                    row.getObject("began_at", OffsetDateTime.class),
                    row.getObject("reached", UUID.class),
                    row.getLong("rewrapped"),
                    row.getObject("finished_at", OffsetDateTime.class),
                    row.getObject("destroyed_at", OffsetDateTime.class));
        }
    }

    private record Wrapped(
            UUID space,
            byte @Nullable [] live,
            byte @Nullable [] back,
            byte @Nullable [] blind,
            byte @Nullable [] open) {}

    public Status status() {
        return standing("").map(Rotation::told).orElseThrow();
    }

    /// Begins a rotation now, whatever the calendar says, unless one is under way; a job carries it on.
    public Status begin() {
        transactions.executeWithoutResult(_ -> standing(" for update").ifPresent(at -> {
            if (at.destroyed() != null) {
                addKeys();
            }
        }));
        return status();
    }

    /// Does what there is to do, batch after batch.
    @Scheduled(fixedDelayString = "${mes.vault.rotation-interval:PT1M}", initialDelayString = "PT30S")
    public void goOn() {
        Step step = Step.NOTHING;
        do {
            step = Objects.requireNonNull(transactions.execute(_ -> step()));
        } while (step == Step.BEGAN || step == Step.WRAPPED || step == Step.FINISHED);
    }

    private Step step() {
        Optional<Standing> free = standing(" for update skip locked");
        if (free.isEmpty()) {
            return Step.NOTHING; // another node is at it
        }
        Standing at = free.get();
        boolean older = masters.spaces().hasOlder() || masters.archive().hasOlder();
        if (at.destroyed() != null) {
            // keys are there, but not the row that says so: a node was killed in between
            if (older || !clock.instant().isBefore(at.began().toInstant().plus(settings.every()))) {
                if (older) {
                    restart();
                } else {
                    addKeys();
                }
                return Step.BEGAN;
            }
            return Step.NOTHING;
        }
        if (at.finished() == null) {
            return batch(at);
        }
        return clock.instant().isBefore(at.finished().toInstant().plus(settings.destroyAfter()))
                ? Step.NOTHING
                : destroy();
    }

    private void addKeys() {
        masters.spaces().add();
        masters.archive().add();
        restart();
        LOG.info("the rotation of the master keys has begun");
    }

    private void restart() {
        database.sql("""
                        update vault.rotation
                           set began_at = :now, reached = null, rewrapped = 0, finished_at = null, destroyed_at = null
                        """).param("now", now()).update();
    }

    private Step batch(Standing at) {
        UUID after = at.reached() == null ? new UUID(0, 0) : at.reached();
        List<Wrapped> found = underOthers(after, settings.batch());
        if (found.isEmpty()) {
            if (at.reached() != null && !underOthers(new UUID(0, 0), 1).isEmpty()) {
                // a slower node wrapped one under the old key behind us
                database.sql("update vault.rotation set reached = null").update();
                return Step.WRAPPED;
            }
            database.sql("update vault.rotation set finished_at = :now")
                    .param("now", now())
                    .update();
            LOG.info("{} keys of spaces are wrapped under the new master keys", at.rewrapped());
            return Step.FINISHED;
        }
        rewrap(found);
        database.sql("update vault.rotation set reached = :reached, rewrapped = rewrapped + :count")
                .param("reached", found.getLast().space())
                .param("count", found.size())
                .update();
        return Step.WRAPPED;
    }

    private Step destroy() {
        if (!underOthers(new UUID(0, 0), 1).isEmpty()) {
            database.sql("update vault.rotation set finished_at = null, reached = null")
                    .update();
            return Step.WRAPPED;
        }
        masters.spaces().destroyOlder();
        masters.archive().destroyOlder();
        database.sql("update vault.rotation set destroyed_at = :now")
                .param("now", now())
                .update();
        LOG.info("the old master keys are destroyed: copies of the database from before now open no longer."
                + " Make a new back-up now");
        return Step.DESTROYED;
    }

    private List<Wrapped> underOthers(UUID after, int most) {
        return database.sql("select * from vault.keys_under_others(:live, :archive, :after, :most)")
                .param("live", masters.spaces().newest())
                .param("archive", masters.archive().newest())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Wrapped(
                        row.getObject("space_id", UUID.class),
                        row.getBytes("wrapped"),
                        row.getBytes("for_return"),
                        row.getBytes("blind"),
                        row.getBytes("opened")))
                .list();
    }

    private void rewrap(List<Wrapped> found) {
        List<Wrapped> live = found.stream().filter(one -> one.live() != null).toList();
        List<Wrapped> archived =
                found.stream().filter(one -> one.live() == null).toList();
        if (!live.isEmpty()) {
            database.sql("select vault.rewrap(:spaces, :olds, :news)")
                    .param("spaces", spaces(live))
                    .param("olds", live.stream().map(Wrapped::live).toArray(byte[][]::new))
                    .param(
                            "news",
                            live.stream()
                                    .map(one -> anew(masters.spaces(), one.space(), one.live()))
                                    .toArray(byte[][]::new))
                    .query((row, number) -> row.getInt(1))
                    .single();
        }
        if (!archived.isEmpty()) {
            Keyring ring = masters.archive();
            database.sql("select vault.rewrap_archived(:spaces, :olds, :returns, :blinds, :openeds)")
                    .param("spaces", spaces(archived))
                    .param("olds", archived.stream().map(Wrapped::back).toArray(byte[][]::new))
                    .param(
                            "returns",
                            archived.stream()
                                    .map(one -> anew(ring, one.space(), one.back()))
                                    .toArray(byte[][]::new))
                    .param(
                            "blinds",
                            archived.stream()
                                    .map(one -> anew(ring, one.space(), one.blind()))
                                    .toArray(byte[][]::new))
                    .param(
                            "openeds",
                            archived.stream()
                                    .map(one -> anew(ring, one.space(), one.open()))
                                    .toArray(byte[][]::new))
                    .query((row, number) -> row.getInt(1))
                    .single();
        }
    }

    private static UUID[] spaces(List<Wrapped> found) {
        return found.stream().map(Wrapped::space).toArray(UUID[]::new);
    }

    private static byte @Nullable [] anew(Keyring ring, UUID space, byte @Nullable [] wrapped) {
        SpaceId id = new SpaceId(space);
        return wrapped == null ? null : ring.wrap(id, ring.unwrap(id, wrapped));
    }

    private Optional<Standing> standing(String lock) {
        return database.sql("select began_at, reached, rewrapped, finished_at, destroyed_at from vault.rotation" + lock)
                .query(Standing::of)
                .optional();
    }

    private static Status told(Standing at) {
        return new Status(
                at.began().toInstant(),
                at.rewrapped(),
                Optional.ofNullable(at.finished()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(at.destroyed()).map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

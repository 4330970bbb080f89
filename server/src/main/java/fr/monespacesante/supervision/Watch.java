package fr.monespacesante.supervision;

import fr.monespacesante.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Evaluates the rules, on one node at a time: who evaluates holds the one row of `supervision.watch`,
/// and moves it on
/// in the transaction that raises the alerts. After a stop it goes through the minutes that were missed.
///
/// What an operator has handled is not evidence again: after an alert is acknowledged or closed, only
/// what was done
/// since then counts for this actor and rule. An acknowledged alert that reaches its threshold anew is
/// open again.
public class Watch {
    private static final Duration STEP = Duration.ofMinutes(1);
    /// Older than the longest window nothing can be raised any more.
    private static final Duration FARTHEST = Duration.ofMinutes(Rule.LONGEST);
    private static final int STEPS_IN_A_ROW = 2_000;

    private final JdbcClient database;
    private final RuleRows rules;
    private final Sightings sightings;
    private final AlertRows alerts;
    private final Journal journal;
    private final Ids ids;
    private final AtomicLong evaluated = new AtomicLong();

    Watch(JdbcClient database, RuleRows rules, Sightings sightings, AlertRows alerts, Journal journal, Ids ids) {
        this.database = database;
        this.rules = rules;
        this.sightings = sightings;
        this.alerts = alerts;
        this.journal = journal;
        this.ids = ids;
    }

    /// Rules evaluated by this node since it started.
    long evaluated() {
        return evaluated.get();
    }

    @Scheduled(fixedDelayString = "${mes.supervision.interval:PT1M}", initialDelay = 5_000)
    public void evaluate() {
        Instant now = journal.now();
        for (int steps = 0; steps < STEPS_IN_A_ROW; steps++) {
            if (journal.inOne(() -> step(now))) {
                return;
            }
        }
    }

    /// One step; true when there is none left, or another node is at it.
    private boolean step(Instant now) {
        Optional<Optional<Instant>> before = database.sql(
                        "select evaluated_at from supervision.watch for update skip locked")
                .query((row, number) -> Optional.ofNullable(row.getObject("evaluated_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .optional();
        if (before.isEmpty()) {
            return true;
        }
        Instant at = before.get().map(last -> next(last, now)).orElse(now);
        for (Rule rule : rules.all()) {
            if (rule.enabled()) {
                evaluate(rule, at);
            }
        }
        database.sql("update supervision.watch set evaluated_at = :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return !at.isBefore(now);
    }

    private static Instant next(Instant last, Instant now) {
        Instant from = last.isBefore(now.minus(FARTHEST)) ? now.minus(FARTHEST) : last;
        Instant next = from.plus(STEP);
        return next.isAfter(now) ? now : next;
    }

    private void evaluate(Rule rule, Instant now) {
        evaluated.incrementAndGet();
        for (Sightings.Sighting found : sightings.of(rule, now)) {
            int threshold = rule.thresholdFor(found.suspect().profession());
            if (found.count() >= threshold) {
                raise(rule, threshold, found, now);
            }
        }
    }

    private void raise(Rule rule, int threshold, Sightings.Sighting found, Instant now) {
        Optional<AlertRows.Latest> latest = alerts.latest(rule.code(), found.actor());
        if (latest.isPresent() && latest.get().alert().state() == Alert.State.OPEN) {
            alerts.goesOn(latest.get().alert().id(), now, found.count());
            return;
        }
        Instant after = now.minus(rule.window());
        int count = found.count();
        if (latest.isPresent()) {
            Instant handled = Objects.requireNonNull(latest.get().handledAt());
            if (handled.isAfter(after)) {
                count = sightings.count(rule, found.actor(), handled, now);
            }
        }
        if (count < threshold) {
            return;
        }
        if (latest.isPresent() && latest.get().alert().state() == Alert.State.ACKNOWLEDGED) {
            alerts.change(latest.get().alert().again(now, count), Optional.empty());
            return;
        }
        Alert alert = new Alert(
                ids.next(),
                rule.code(),
                Alert.State.OPEN,
                now,
                now,
                1,
                count,
                threshold,
                rule.minutes(),
                1,
                Alert.Content.of(found.suspect()));
        alerts.add(alert, found.actor());
    }
}

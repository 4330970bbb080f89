package fr.monespacesante.record;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Does the erasures that are due, a batch in each transaction: one that is interrupted goes on where
/// it was.
public final class ErasureWork {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureWork.class);
    private static final Caller ERASER = new Caller.Service(Caller.Service.Task.ERASURE);
    private static final int MOST = 20;
    private static final Duration LATER = Duration.ofHours(1);
    /// How long the fact of an erasure is kept.
    private static final Period KEPT = Period.ofYears(10);

    private final ErasureRows requests;
    private final Erasures erasures;
    private final Doors doors;
    private final Clock clock;

    ErasureWork(ErasureRows requests, Erasures erasures, Doors doors, Clock clock) {
        this.requests = requests;
        this.erasures = erasures;
        this.doors = doors;
        this.clock = clock;
    }

    /// How many requests it worked on.
    @Scheduled(fixedDelay = 2_000)
    public int work() {
        int worked = 0;
        for (ErasureRows.Due due : requests.due(clock.instant(), MOST)) {
            try {
                erase(due);
                worked++;
            } catch (RuntimeException e) {
                LOG.error("an erasure could not be done; it is tried again", e);
            }
        }
        return worked;
    }

    private void erase(ErasureRows.Due due) {
        boolean more = true;
        while (more) {
            Outcome<Boolean> outcome = doors.enter(
                    ERASER, due.space(), new Act.EraseDocuments(due.id()), visit -> erasures.erase(visit, due.id()));
            more = switch (outcome) {
                case Outcome.Done<Boolean>(Boolean left) -> left;
                case Outcome.Refused<Boolean>(Problem problem, String _) -> {
                    LOG.warn("an erasure waits: {}", problem);
                    requests.later(due, clock.instant().plus(LATER));
                    yield false;
                }
            };
        }
    }

    /// Forgets the facts that are older than they must be kept.
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        Instant before = clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT).toInstant();
        requests.forget(before);
    }
}

package fr.monespacesante.takeout;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Act.DownloadEverything.Step;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Damaged;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the copies that were asked for, and clears away those that have ended. Each node takes one at
/// a time; the lease
/// on its row is what makes two nodes safe, and what lets another begin anew when one was killed.
public final class CopyWork {
    private static final Logger LOG = LoggerFactory.getLogger(CopyWork.class);
    private static final int ATTEMPTS = 5;
    private static final int BATCH = 50;
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final Duration DECIDE_EVERY = Duration.ofSeconds(5);
    private static final Act BUILD = new Act.DownloadEverything(Step.BUILD);

    private final CopyRows rows;
    private final CopyWriter writer;
    private final Doors doors;
    private final BlobStore blobs;
    private final Ids ids;
    private final TransactionTemplate transactions;
    private final Times times;
    private final AtomicBoolean working = new AtomicBoolean();

    CopyWork(
            CopyRows rows,
            CopyWriter writer,
            Doors doors,
            BlobStore blobs,
            Ids ids,
            TransactionTemplate transactions,
            Times times) {
        this.rows = rows;
        this.writer = writer;
        this.doors = doors;
        this.blobs = blobs;
        this.ids = ids;
        this.transactions = transactions;
        this.times = times;
    }

    /// @param keep how long a copy can be fetched
    /// @param lease how long its maker may be silent
    record Times(Clock clock, Duration keep, Duration lease) {
        Instant now() {
            return clock.instant();
        }

        Instant leased() {
            return now().plus(lease);
        }
    }

    /// Hands the work to a thread of its own: a large space takes minutes, and other jobs wait for nobody.
    @Scheduled(fixedDelay = 1_000)
    void start() {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("takeout").start(() -> {
                try {
                    work();
                } catch (RuntimeException e) {
                    LOG.error("copies could not be made; they are tried again", e);
                } finally {
                    working.set(false);
                }
            });
        }
    }

    /// Makes everything that waits; how many it took.
    int work() {
        clear();
        int taken = 0;
        for (Optional<CopyRows.Task> next = take(); next.isPresent(); next = take()) {
            make(next.get());
            taken++;
        }
        return taken;
    }

    private Optional<CopyRows.Task> take() {
        return rows.take(ids.next(), ids.next(), times.now(), times.leased());
    }

    private void make(CopyRows.Task task) {
        if (task.attempts() > ATTEMPTS) {
            fail(task);
            return;
        }
        try {
            if (task.before().isPresent()) {
                blobs.remove(task.space(), task.before().get());
            }
            switch (enter(task, true, visit -> Outcome.done(writer.read(visit)))) {
                case Outcome.Done<CopyWriter.Reading>(CopyWriter.Reading reading) -> build(task, reading);
                case Outcome.Refused<CopyWriter.Reading> _ -> rows.end(task, Copy.State.STOPPED, times.now());
            }
        } catch (Taken taken) {
            LOG.info("a copy was no longer wanted while it was made");
        } catch (Refused refused) {
            rows.end(task, Copy.State.STOPPED, times.now());
        } catch (IOException | RuntimeException e) {
            LOG.error("a copy could not be made at attempt {}", task.attempts(), e);
            if (task.attempts() >= ATTEMPTS || e instanceof Damaged) {
                fail(task);
            } else {
                rows.again(task, times.leased());
            }
        }
    }

    private void build(CopyRows.Task task, CopyWriter.Reading reading) throws IOException {
        Watch watch = new Watch(task, reading.documents().size());
        long[] size = new long[1];
        blobs.keep(task.space(), task.blob(), out -> {
            OutputStream sealing = reading.key().sealing(task.blob(), out);
            size[0] = writer.write(reading, sealing, watch);
        });
        watch.check();
        Outcome<Boolean> finished = enter(task, false, visit -> finish(visit, task, reading, size[0]));
        if (finished instanceof Outcome.Refused<Boolean>(Problem problem, String _)) {
            if (problem == Problem.VERSION_MISMATCH && task.attempts() < ATTEMPTS) {
                rows.again(task, times.now());
            } else {
                rows.end(task, Copy.State.STOPPED, times.now());
            }
        }
    }

    /// The decision is taken anew, and nothing that is in the file may have gone meanwhile.
    private Outcome<Boolean> finish(Visit visit, CopyRows.Task task, CopyWriter.Reading reading, long size) {
        Copies.Manifest manifest = new Copies.Manifest(reading.ids());
        if (!writer.stillThere(visit, manifest)) {
            return Outcome.refused(Problem.VERSION_MISMATCH);
        }
        byte[] sealed = visit.key().seal(Copies.Manifest.place(task.id()), manifest);
        Instant now = times.now();
        if (rows.ready(task, size, sealed, now, now.plus(times.keep()))) {
            visit.tell(new SpaceEvent.CopyMade(task.id(), true));
        }
        return Outcome.done(true);
    }

    private void fail(CopyRows.Task task) {
        try {
            Outcome<Boolean> told = enter(task, false, visit -> {
                if (rows.end(task, Copy.State.FAILED, times.now())) {
                    visit.tell(new SpaceEvent.CopyMade(task.id(), false));
                }
                return Outcome.done(true);
            });
            if (told instanceof Outcome.Refused<Boolean>) {
                rows.end(task, Copy.State.STOPPED, times.now());
            }
        } catch (RuntimeException e) {
            LOG.error("that a copy failed could not be told in its space", e);
            rows.end(task, Copy.State.FAILED, times.now());
        }
    }

    /// @param quiet true for the reading itself: what a holder asked for has its line already, and gets
    ///     one more when it is done
    private <R> Outcome<R> enter(
            CopyRows.Task task, boolean quiet, java.util.function.Function<Visit, Outcome<R>> body) {
        return doors.enter(caller(task, quiet), task.space(), BUILD, body);
    }

    private static Caller caller(CopyRows.Task task, boolean quiet) {
        return new Caller.Citizen(
                new SpaceId(task.asker().space()), task.asker().name(), quiet, "PORTAL");
    }

    /// Removes the files of copies that have ended.
    void clear() {
        List<CopyRows.Left> cleared;
        do {
            cleared = Objects.requireNonNull(transactions.execute(_ -> {
                List<CopyRows.Left> left = rows.left(times.now(), BATCH);
                left.forEach(this::clear);
                return left;
            }));
        } while (cleared.size() == BATCH);
        rows.forget(times.now().minus(REMEMBERED));
    }

    private void clear(CopyRows.Left left) {
        try {
            blobs.remove(left.space(), left.blob());
            rows.cleared(left, times.now());
        } catch (IOException e) {
            LOG.warn(
                    "the file of an ended copy is removed later: {}",
                    e.getClass().getSimpleName());
        }
    }

    /// Says how far it is, keeps the lease, and asks again whether it is still allowed.
    private final class Watch implements CopyWriter.Progress {
        private final CopyRows.Task task;
        private final int total;
        private Instant told = Instant.EPOCH;
        private Instant decided;

        Watch(CopyRows.Task task, int total) throws IOException {
            this.task = task;
            this.total = total;
            this.decided = times.now();
            written(0);
        }

        @Override
        public void written(int documents) throws IOException {
            Instant now = times.now();
            if (now.isBefore(told.plus(TELL_EVERY))) {
                return;
            }
            told = now;
            if (!rows.progress(task, documents, total, times.leased())) {
                throw new Taken();
            }
            if (!now.isBefore(decided.plus(DECIDE_EVERY))) {
                decided = now;
                check();
            }
        }

        void check() throws IOException {
            if (!doors.permits(caller(task, true), task.space(), BUILD)) {
                throw new Refused();
            }
        }
    }

    /// Another node has it, or its asker wants it no more.
    private static final class Taken extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// The right to it has ended.
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

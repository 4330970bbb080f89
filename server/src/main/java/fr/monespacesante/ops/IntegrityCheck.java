package fr.monespacesante.ops;

import fr.monespacesante.account.Spaces;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through every space and through the blob store (DOC-13, TRC-03), one check at a time.
final class IntegrityCheck {
    private static final Logger LOG = LoggerFactory.getLogger(IntegrityCheck.class);
    private static final int BATCH = 500;

    private final Spaces spaces;
    private final BlobStore blobs;
    private final SpaceCheck check;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile IntegrityReport latest = IntegrityReport.never();

    IntegrityCheck(Spaces spaces, BlobStore blobs, SpaceCheck check, Clock clock) {
        this.spaces = spaces;
        this.blobs = blobs;
        this.check = check;
        this.clock = clock;
    }

    IntegrityReport latest() {
        return latest;
    }

    /// Begins a check beside what is going on; one that runs already goes on alone.
    IntegrityReport start() {
        if (running.compareAndSet(false, true)) {
            latest = new Progress(clock.instant()).report(IntegrityReport.State.RUNNING, null);
            Thread.ofVirtual().name("integrity").start(this::runAndRelease);
        }
        return latest;
    }

    /// Checks now and returns when all is seen.
    IntegrityReport run() {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("a check is running");
        }
        return runAndRelease();
    }

    private IntegrityReport runAndRelease() {
        Progress progress = new Progress(clock.instant());
        try {
            eachSpace(progress);
            progress.findings.addAll(check.agents().findings());
            strangers(progress);
            latest = progress.report(IntegrityReport.State.DONE, null);
        } catch (IOException | RuntimeException e) {
            LOG.error("the integrity check could not be finished", e);
            latest = progress.report(IntegrityReport.State.FAILED, e.getClass().getSimpleName());
        } finally {
            running.set(false);
        }
        latest.findings().forEach(finding -> LOG.error("integrity: {}", finding));
        LOG.info(
                "integrity check {}: {} spaces, {} documents, {} findings",
                latest.state(),
                latest.spaces(),
                latest.documents(),
                latest.findings().size());
        return latest;
    }

    private void eachSpace(Progress progress) {
        Optional<SpaceId> after = Optional.empty();
        while (true) {
            List<SpaceId> batch = spaces.opened(after, BATCH);
            for (SpaceId space : batch) {
                progress.add(check.check(space));
                latest = progress.report(IntegrityReport.State.RUNNING, null);
            }
            if (batch.size() < BATCH) {
                return;
            }
            after = Optional.of(batch.getLast());
        }
    }

    /// Blobs of spaces that the directory does not know: lost rows, or a database older than the blobs.
    private void strangers(Progress progress) throws IOException {
        blobs.eachSpace(space -> {
            if (spaces.find(space).isEmpty()) {
                progress.findings.add("space " + space + ": there are documents, but no such space");
            }
        });
    }

    private static final class Progress {
        private final Instant startedAt;
        private final List<String> findings = new ArrayList<>();
        private int spaces;
        private long documents;
        private int swept;

        Progress(Instant startedAt) {
            this.startedAt = startedAt;
        }

        void add(SpaceCheck.Result result) {
            spaces++;
            documents += result.documents();
            swept += result.swept();
            findings.addAll(result.findings());
        }

        IntegrityReport report(IntegrityReport.State state, @Nullable String failure) {
            return new IntegrityReport(state, startedAt, spaces, documents, swept, List.copyOf(findings), failure);
        }
    }
}

package fr.monespacesante.ops;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Each night removes the blobs of deposits that a crash cut off before their commit. Only spaces that got a blob of
/// late can have such a blob, and only those are entered; the integrity check sweeps all.
final class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration LATE = Duration.ofDays(3);

    private final BlobStore blobs;
    private final SpaceCheck check;
    private final Clock clock;

    OrphanSweep(BlobStore blobs, SpaceCheck check, Clock clock) {
        this.blobs = blobs;
        this.check = check;
        this.clock = clock;
    }

    /// The number of blobs removed.
    @Scheduled(cron = "0 17 3 * * *", zone = "Europe/Paris")
    int sweep() throws IOException {
        Instant since = clock.instant().minus(LATE);
        int[] removed = {0};
        blobs.eachSpace(space -> {
            if (gotABlob(space, since)) {
                removed[0] += check.sweep(space).swept();
            }
        });
        if (removed[0] > 0) {
            LOG.info("{} blobs that no document names were removed", removed[0]);
        }
        return removed[0];
    }

    private boolean gotABlob(SpaceId space, Instant since) {
        try {
            return blobs.of(space).stream().anyMatch(found -> found.writtenAt().isAfter(since));
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs of a space cannot be listed", e);
        }
    }
}

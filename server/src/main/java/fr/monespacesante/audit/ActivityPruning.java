package fr.monespacesante.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Each night removes the lines of activity that nobody needs any more: supervision looks back some days, a
/// professional's own list as long as this keeps. The spaces' histories are not touched.
public final class ActivityPruning {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityPruning.class);
    private static final int BATCH = 5_000;

    private final JdbcClient database;
    private final Duration keep;
    private final Clock clock;

    ActivityPruning(JdbcClient database, Duration keep, Clock clock) {
        this.database = database;
        this.keep = keep;
        this.clock = clock;
    }

    /// How many lines were removed.
    @Scheduled(cron = "0 47 2 * * *", zone = "Europe/Paris")
    public long prune() {
        long all = 0;
        int removed;
        do {
            removed = database.sql("select audit.prune_activity(:before, :most)")
                    .param("before", clock.instant().minus(keep).atOffset(ZoneOffset.UTC))
                    .param("most", BATCH)
                    .query((row, number) -> row.getInt(1))
                    .single();
            all += removed;
        } while (removed == BATCH);
        if (all > 0) {
            LOG.info("{} old lines of activity were removed", all);
        }
        return all;
    }
}

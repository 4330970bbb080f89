package fr.monespacesante.interop.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// `bin/migrate`: start, bring a batch, report, end.
final class MigrateAndExit implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(MigrateAndExit.class);
    private static final int DIFFERENCES = 3;
    private static final long STEP = 500;

    private final Migration migration;
    private final Path folder;
    private final ConfigurableApplicationContext context;

    MigrateAndExit(Migration migration, Path folder, ConfigurableApplicationContext context) {
        this.migration = migration;
        this.folder = folder;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        AtomicLong told = new AtomicLong();
        Migration.Report report = migration.run(folder, done -> {
            long before = told.get();
            if (done - before >= STEP && told.compareAndSet(before, done)) {
                LOG.info("migration: {} lines done", done);
            }
        });
        LOG.info(
                "migration: {} documents in, {} out ({} migrated, {} there before), {} not brought {}",
                report.lines(),
                report.migrated() + report.present(),
                report.migrated(),
                report.present(),
                report.refused(),
                Migration.sorted(report.reasons()));
        System.exit(SpringApplication.exit(context, () -> report.complete() ? 0 : DIFFERENCES));
    }
}

package fr.monespacesante.interop.feeds;

import fr.monespacesante.interop.feeds.ManifestLine.Unreadable;
import fr.monespacesante.interop.feeds.MigrationJournal.Outcome;
import fr.monespacesante.interop.feeds.MigrationJournal.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The migration of a batch of the earlier DMP (ENR-15): reads the manifest as a stream, brings person
/// after person, several at a time, and reports what came in and what is there. A line that cannot be
/// brought goes to the report and stops nothing.
public final class Migration {
    static final String MANIFEST = "manifest.ndjson";
    static final String REPORT = "report.json";
    static final String SPACES = "spaces.csv";
    static final String DIFFERENCES = "differences.csv";

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int LONGEST = 64 * 1024;
    /// Lines of one person that stand together are brought together; more than this are brought in pieces.
    private static final int TOGETHER = 500;

    private final PersonMigration people;
    private final int threads;

    Migration(PersonMigration people, int threads) {
        this.people = people;
        this.threads = threads;
    }

    /// Of a batch: documents in, documents out, and the differences by their reason.
    ///
    /// @param lines of the manifest
    /// @param migrated by this or an earlier run
    /// @param present that were there before
    public record Report(long lines, long migrated, long present, long refused, Map<String, Long> reasons) {
        public Report {
            reasons = Map.copyOf(reasons);
        }

        /// True when every document of the manifest is there.
        public boolean complete() {
            return lines == migrated + present;
        }
    }

    /// Brings what is left of a batch; run again it changes nothing.
    ///
    /// @param folder with `manifest.ndjson` and the files it names; the results are written there
    /// @param progress is told, now and then, how many lines are done
    public Report run(Path folder, Consumer<Long> progress) throws IOException {
        Path real = folder.toAbsolutePath().normalize();
        try (MigrationJournal journal = MigrationJournal.open(real)) {
            long lines = bring(real, journal, progress);
            Report report = new Report(
                    lines,
                    journal.count(Outcome.MIGRATED),
                    journal.count(Outcome.PRESENT),
                    journal.count(Outcome.REFUSED),
                    journal.reasons());
            MigrationReport.write(real, report);
            return report;
        }
    }

    private long bring(Path folder, MigrationJournal journal, Consumer<Long> progress) throws IOException {
        Queue<IOException> failed = new ConcurrentLinkedQueue<>();
        Semaphore free = new Semaphore(threads * 2);
        long number = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                BufferedReader manifest = Files.newBufferedReader(folder.resolve(MANIFEST), StandardCharsets.UTF_8)) {
            List<PersonMigration.Numbered> together = new ArrayList<>();
            String person = "";
            for (Optional<String> text = next(manifest); text.isPresent(); text = next(manifest)) {
                if (text.get().isBlank()) {
                    continue;
                }
                number++;
                if (journal.isDone(number)) {
                    continue;
                }
                ManifestLine line;
                try {
                    line = ManifestLine.read(text.get());
                } catch (Unreadable e) {
                    String field = e.field().isEmpty() ? "" : " " + e.field();
                    journal.add(List.of(new Result(number, Outcome.REFUSED, "", "", "UNREADABLE" + field)));
                    continue;
                }
                String ins = line.patient().ins();
                if (!together.isEmpty() && (!ins.equals(person) || together.size() == TOGETHER)) {
                    hand(workers, free, folder, journal, List.copyOf(together), failed, progress);
                    together.clear();
                }
                person = ins;
                together.add(new PersonMigration.Numbered(number, line));
            }
            if (!together.isEmpty()) {
                hand(workers, free, folder, journal, List.copyOf(together), failed, progress);
            }
            workers.shutdown();
            while (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
                progress.accept(journal.lines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the migration was interrupted; it goes on when it is started again", e);
        }
        if (!failed.isEmpty()) {
            throw failed.remove();
        }
        progress.accept(journal.lines());
        return number;
    }

    private void hand(
            ExecutorService workers,
            Semaphore free,
            Path folder,
            MigrationJournal journal,
            List<PersonMigration.Numbered> lines,
            Queue<IOException> failed,
            Consumer<Long> progress)
            throws InterruptedException {
        free.acquire();
        workers.execute(() -> {
            try {
                journal.add(brought(folder, lines));
                progress.accept(journal.lines());
            } catch (IOException e) {
                failed.add(e);
            } finally {
                free.release();
            }
        });
    }

    /// A fault with one person is that person's.
    private List<Result> brought(Path folder, List<PersonMigration.Numbered> lines) throws IOException {
        try {
            return people.bring(folder, lines);
        } catch (RuntimeException e) {
            LOG.error(
                    "lines {} to {} of a manifest could not be brought",
                    lines.getFirst().number(),
                    lines.getLast().number(),
                    e);
            return lines.stream()
                    .map(line -> new Result(
                            line.number(), Outcome.REFUSED, "", line.line().sha256(), "FAULT"))
                    .toList();
        }
    }

    /// The next line; of one that is too long only the beginning, which cannot be read as JSON.
    private static Optional<String> next(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        int sign = reader.read();
        if (sign < 0) {
            return Optional.empty();
        }
        for (; sign >= 0 && sign != '\n'; sign = reader.read()) {
            if (text.length() < LONGEST) {
                text.append((char) sign);
            }
        }
        return Optional.of(text.length() < LONGEST ? text.toString() : "too long");
    }

    /// By reason, for people to read.
    static Map<String, Long> sorted(Map<String, Long> reasons) {
        return new TreeMap<>(reasons);
    }
}

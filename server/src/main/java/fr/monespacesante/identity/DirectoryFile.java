package fr.monespacesante.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the file of the national directory when it is new, line by line, whatever its size. One node reads; a file
/// read twice changes nothing; a person on several lines is kept once, as the first says. What is wrong with a line
/// goes into `<file>.report`, by its number. Who is no longer in the file stays known: rights and history name them.
@Component
final class DirectoryFile {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFile.class);
    private static final long LOCK = 0x6d65735f61736e75L;
    private static final int BATCH = 1_000;
    private static final int LONGEST_LINE = 10_000;
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final HealthDirectory directory;
    private final DirectoryProperties properties;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DirectoryFile(
            HealthDirectory directory,
            DirectoryProperties properties,
            JdbcClient database,
            TransactionTemplate transactions,
            Clock clock) {
        this.directory = directory;
        this.properties = properties;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param changed people who were new or not as before
    /// @param refused lines
    record Result(long lines, long changed, long refused) {}

    private record Version(Instant modified, long size) {}

    @Scheduled(fixedDelay = 5_000)
    void look() {
        try {
            Path file = properties.file();
            Version now = file == null ? null : version(file);
            if (file == null || now == null || known(now)) {
                return;
            }
            transactions.executeWithoutResult(status -> readOnce(file, now));
        } catch (IOException e) {
            LOG.error("the file of the directory cannot be read; it is tried again", e);
        }
    }

    private void readOnce(Path file, Version version) {
        boolean first = database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (!first) {
            return;
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Writer report = Files.newBufferedWriter(file.resolveSibling(file.getFileName() + ".report"))) {
            Result result = read(in, report);
            remember(version);
            LOG.info(
                    "directory of professionals read: {} lines, {} people new or changed, {} lines refused",
                    result.lines(),
                    result.changed(),
                    result.refused());
        } catch (IOException e) {
            LOG.error("the file of the directory could not be read to its end; it is tried again", e);
            throw new UncheckedIOException(e);
        }
    }

    Result read(BufferedReader in, Writer report) throws IOException {
        Optional<DirectoryLine.Columns> columns = Optional.ofNullable(line(in)).flatMap(DirectoryLine::columns);
        if (columns.isEmpty()) {
            report.write("1: the header does not name the columns of the public extraction\n");
            return new Result(0, 0, 1);
        }
        Map<String, Professional> batch = new LinkedHashMap<>();
        Set<Long> met = new HashSet<>();
        long number = 1;
        long changed = 0;
        long refused = 0;
        for (String line = line(in); line != null; line = line(in)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            switch (DirectoryLine.read(line, columns.get())) {
                case DirectoryLine.Bad(String reason) -> {
                    refused++;
                    report.write(number + ": " + reason + "\n");
                }
                case DirectoryLine.Good(Professional professional) -> {
                    if (met.add(Long.valueOf(professional.rpps().value()))) {
                        batch.put(professional.rpps().value(), professional);
                    }
                }
            }
            if (batch.size() == BATCH) {
                changed += directory.keep(List.copyOf(batch.values()), true);
                batch.clear();
            }
        }
        changed += batch.isEmpty() ? 0 : directory.keep(List.copyOf(batch.values()), true);
        return new Result(number - 1, changed, refused);
    }

    /// The next line, of which no more is kept than any good line has; null at the end.
    private static @Nullable String line(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        int sign = in.read();
        if (sign < 0) {
            return null;
        }
        while (sign >= 0 && sign != '\n') {
            if (sign != '\r' && text.length() < LONGEST_LINE) {
                text.append((char) sign);
            }
            sign = in.read();
        }
        return text.toString();
    }

    /// Null while there is none, or it is still being written.
    private @Nullable Version version(Path file) throws IOException {
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
            return modified.isAfter(clock.instant().minus(SETTLED)) ? null : new Version(modified, Files.size(file));
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    private boolean known(Version version) {
        return database.sql("""
                        select count(*) from identity.directory_file where modified_at = :modified and size = :size
                        """)
                        .param("modified", version.modified().atOffset(ZoneOffset.UTC))
                        .param("size", version.size())
                        .query((row, number) -> row.getInt(1))
                        .single()
                == 1;
    }

    private void remember(Version version) {
        database.sql("""
                        insert into identity.directory_file (modified_at, size) values (:modified, :size)
                        on conflict (only_one) do update set modified_at = excluded.modified_at, size = excluded.size
                        """)
                .param("modified", version.modified().atOffset(ZoneOffset.UTC))
                .param("size", version.size())
                .update();
    }
}

package fr.monespacesante.account;

import fr.monespacesante.kernel.Ids;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes the campaign files that come into the folder, whoever put them there: `x.csv` becomes `x.csv.done`
/// (or `x.csv.refused`), with `x.csv.report` beside it. One node at a time looks; when it dies, another
/// reads on. A file whose bytes came before, under any name, is put aside unread.
@Component
class CampaignFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignFolder.class);
    private static final long LOCK = 0x6d65735f63616d70L;
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final CampaignImport imports;
    private final CampaignFiles files;
    private final AccountProperties properties;
    private final DataSource database;
    private final Ids ids;
    private final Clock clock;
    private final Worker worker = new Worker("campaign files");

    CampaignFolder(
            CampaignImport imports,
            CampaignFiles files,
            AccountProperties properties,
            DataSource database,
            Ids ids,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.properties = properties;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        try {
            if (!waiting().isEmpty() || files.someUnderWay()) {
                worker.begin(this::importAll);
            }
        } catch (IOException e) {
            LOG.error("the folder of campaign files cannot be read", e);
        }
    }

    @PreDestroy
    void close() {
        worker.close();
    }

    private List<Path> waiting() throws IOException {
        Files.createDirectories(properties.campaignDirectory());
        try (Stream<Path> found = Files.list(properties.campaignDirectory())) {
            return found.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .filter(this::isSettled)
                    .sorted()
                    .toList();
        }
    }

    /// A file still being copied has just been written to.
    private boolean isSettled(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(SETTLED));
        } catch (IOException _) {
            return false;
        }
    }

    void importAll() {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                List<Path> waiting = waiting();
                for (Path file : waiting) {
                    take(file);
                }
                forgetLost();
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
        } catch (IOException | SQLException e) {
            LOG.error("a campaign file could not be read; it goes on at the next look", e);
        }
    }

    private void take(Path path) throws IOException {
        if (worker.isClosed()) {
            return;
        }
        CampaignFile file;
        try {
            file = files.register(ids.next(), digest(path), name(path), Files.size(path));
        } catch (NoSuchFileException _) {
            return;
        }
        if (file.underWay()) {
            imports.run(file, path, worker::isClosed);
        } else {
            LOG.info("the campaign file {} came before and is put aside", file.id());
            CampaignImport.putAside(path, ".done");
        }
    }

    /// What was read of a file that is no longer there stays; the rest will not come.
    private void forgetLost() {
        for (CampaignFile file : files.underWay()) {
            Path path = properties.campaignDirectory().resolve(file.name());
            if (!worker.isClosed() && !Files.exists(path)) {
                files.refuse(file.id(), new CampaignHeader.Unreadable(CampaignFile.Problem.GONE, List.of()));
            }
        }
    }

    private static String name(Path path) {
        String name = path.getFileName().toString();
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    private static byte[] digest(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                byte[] buffer = new byte[1 << 18];
                while (in.read(buffer) >= 0) {
                    // counted on the way
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("no SHA-256", e));
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

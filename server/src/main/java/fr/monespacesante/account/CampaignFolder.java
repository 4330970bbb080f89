package fr.monespacesante.account;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/// Imports the campaign files an operator drops into a folder: `x.csv` becomes `x.csv.done`, with
/// `x.csv.report` beside
/// it. One node at a time looks. After a crash the file is still there and is read again, which changes
/// nothing for
/// those already brought.
@Component
final class CampaignFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignFolder.class);
    private static final long LOCK = 0x6d65735f63616d70L;
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Campaigns campaigns;
    private final AccountProperties properties;
    private final DataSource database;
    private final Clock clock;

    CampaignFolder(Campaigns campaigns, AccountProperties properties, DataSource database, Clock clock) {
        this.campaigns = campaigns;
        this.properties = properties;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        try {
            List<Path> files = files();
            if (!files.isEmpty()) {
                importAll(files);
            }
        } catch (IOException | SQLException e) {
            LOG.error("a campaign file could not be imported; it is tried again", e);
        }
    }

    private List<Path> files() throws IOException {
        Files.createDirectories(properties.campaignDirectory());
        try (Stream<Path> files = Files.list(properties.campaignDirectory())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv"))
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

    private void importAll(List<Path> files) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                for (Path file : files) {
                    importOne(file);
                }
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private void importOne(Path file) throws IOException {
        Path report = file.resolveSibling(file.getFileName() + ".report");
        Campaigns.Result result;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                Writer out = Files.newBufferedWriter(report, StandardCharsets.UTF_8)) {
            result = campaigns.importFile(in, out);
        } catch (NoSuchFileException _) {
            return;
        }
        Files.move(
                file,
                file.resolveSibling(file.getFileName() + ".done"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        LOG.info(
                "campaign file imported: {} people added, {} changed, {} unchanged, {} lines refused",
                result.added(),
                result.changed(),
                result.unchanged(),
                result.refused());
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

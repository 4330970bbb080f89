package fr.monespacesante.account;

import fr.monespacesante.TestDatabase;
import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import fr.monespacesante.vault.TestVault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything from the campaign file to the open space, on a real database, with a clock that a test sets.
/// Nothing happens by itself: each job is run by the test.
final class TestCampaign {
    static final String HEADER = String.join(";", CampaignLine.HEADER);

    final TestDatabase database = TestDatabase.fresh();
    final Directory directory = TestVault.directory();
    final SetClock clock = new SetClock(Instant.parse("2026-10-12T08:00:00Z"));
    final Path home;
    final AccountProperties properties;
    final JdbcTemplate batches = new JdbcTemplate(database.application());
    final JdbcClient client = JdbcClient.create(batches);
    final SecureRandom random = new SecureRandom();
    final Ids ids = new Ids(clock, random);
    final Spaces spaces = new Spaces(client, directory, clock);
    final CampaignFiles files = new CampaignFiles(client, clock);
    final ToInvite waiting = new ToInvite(batches);
    final CampaignCounts counts = new CampaignCounts(client);
    final InsuredPeople people = new InsuredPeople(client, directory, spaces);
    final OppositionPeriod opposition;
    final Invitations.CodeSource codes = new Invitations.CodeSource(random, directory);
    final Arrivals arrivals;
    final Campaigns campaigns;
    final Opening opening = new Opening(spaces);

    /// A clock that stands until it is set.
    static final class SetClock extends Clock {
        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            SetClock this_ = this;
            return new Clock() {
                @Override
                public Instant instant() {
                    return this_.instant();
                }

                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return this_.withZone(other);
                }
            };
        }
    }

    TestCampaign() {
        this(new AccountProperties.Mailing(100, Path.of("set below"), 1_000, Duration.ZERO, Period.ofDays(2)));
    }

    TestCampaign(AccountProperties.Mailing mailing) {
        try {
            home = Files.createTempDirectory("campaign");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        properties = new AccountProperties(
                Period.ofWeeks(6),
                Period.ofWeeks(6),
                home.resolve("campaigns"),
                Duration.ofSeconds(2),
                URI.create("https://service.test"),
                new AccountProperties.Mailing(
                        mailing.emailsPerSecond(),
                        home.resolve("post"),
                        mailing.sheets(),
                        mailing.interval(),
                        mailing.posting()),
                java.time.Period.ofYears(10),
                java.time.Duration.ofMinutes(2),
                java.time.Period.ofDays(90));
        opposition = new OppositionPeriod(properties, clock);
        Mandates mandates = new TestSpaces(client, directory).mandates(database.application());
        InsuredRows rows = new InsuredRows(batches, directory, spaces, mandates, waiting, ids, clock);
        Closings closings = new Closings(
                spaces,
                client,
                new Activation.After(transactions(), event -> {}, clock),
                TestVault.fresh().spaceKeys(client),
                new ClosingRecords(client, directory, ids, new SecureRandom(), properties, clock),
                new QuietFarewell());
        arrivals = new Arrivals(batches, spaces, rows, closings);
        campaigns = new Campaigns(arrivals, clock);
    }

    TransactionTemplate transactions() {
        return database.transactions();
    }

    Outbox outbox() {
        return new Outbox(batches, directory, ids, clock);
    }

    Mailings mailings() {
        try {
            return new Mailings(client, properties, opposition, ids);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Inviting inviting() {
        return inviting(transactions());
    }

    Inviting inviting(TransactionTemplate transactions) {
        return new Inviting(
                waiting,
                new InvitedRows(batches, people, opposition),
                new InvitationLetters(properties, codes, opposition),
                mailings(),
                outbox(),
                new Inviting.Limits(new Pace(client, properties, clock), properties, files),
                transactions);
    }

    CampaignImport imports(TransactionTemplate transactions, int batch) {
        return new CampaignImport(campaigns, arrivals, files, transactions, batch);
    }

    CampaignFolder folder(CampaignImport imports) {
        return new CampaignFolder(imports, files, properties, database.application(), ids, clock);
    }

    /// Puts a file into the folder.
    Path drop(String name, String... lines) throws IOException {
        return drop(name, StandardCharsets.UTF_8, lines);
    }

    Path drop(String name, Charset charset, String... lines) throws IOException {
        return drop(name, String.join("\n", lines).getBytes(charset));
    }

    Path drop(String name, byte[] bytes) throws IOException {
        clock.pass(Duration.ofSeconds(1));
        Files.createDirectories(properties.campaignDirectory());
        Path file = properties.campaignDirectory().resolve(name);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(60)));
        return file;
    }

    /// Reads what is in the folder, to its end.
    void read() {
        folder(imports(transactions(), 3)).importAll();
    }

    CampaignFile newest() {
        return files.newest(1).getFirst();
    }

    String report(String name) throws IOException {
        return Files.readString(properties.campaignDirectory().resolve(name + ".report"));
    }

    Space space(String ins) {
        return spaces.find(Ins.of(ins)).orElseThrow();
    }

    /// All e-mails that wait in the outbox.
    List<Letter.Email> emails() {
        return database.superuser()
                .sql("select letter_id, sealed from courier.letter where channel = 'EMAIL' order by letter_id")
                .query((row, number) -> directory.open(
                        new Place("courier.letter", row.getObject("letter_id", UUID.class), 0),
                        row.getBytes("sealed"),
                        Letter.Email.class))
                .list();
    }

    /// The names of the files for the mail house, PDF and CSV.
    List<Path> sheets(String kind) throws IOException {
        if (!Files.exists(properties.mailing().directory())) {
            return List.of();
        }
        try (var found = Files.list(properties.mailing().directory())) {
            return found.filter(file -> file.toString().endsWith(kind)).sorted().toList();
        }
    }

    List<String> posted() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : sheets(".csv")) {
            List<String> all = Files.readAllLines(file);
            lines.addAll(all.subList(1, all.size()));
        }
        return lines;
    }

    long count(String question) {
        return database.superuser()
                .sql(question)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// Somebody invented, by number: a woman born in 1984 unless changed.
    record Invented(int number, List<String> values) {
        static Invented of(int number) {
            String thirteen = "28405%05d%03d".formatted(31_000 + number / 900 % 60_000, 100 + number % 900);
            return new Invented(
                    number,
                    List.of(
                            thirteen + Ins.keyOf(thirteen),
                            "1.2.250.1.213.1.4.10",
                            "ESSAI",
                            "Anne",
                            "ESSAI",
                            "Anne" + letters(number),
                            "F",
                            "1984-05-12",
                            thirteen.substring(5, 10),
                            "01",
                            number + " rue de l'Essai",
                            "31000",
                            "Toulouse",
                            "",
                            "",
                            "%011d".formatted(70_000_000_000L + number),
                            ""));
        }

        private static String letters(int number) {
            return Integer.toString(number)
                    .chars()
                    .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                    .reduce("", String::concat);
        }

        Invented with(String field, String value) {
            List<String> changed = new ArrayList<>(values);
            changed.set(CampaignLine.HEADER.indexOf(field), value);
            return new Invented(number, changed);
        }

        Invented changed(UnaryOperator<Invented> change) {
            return change.apply(this);
        }

        String ins() {
            return values.getFirst();
        }

        String line() {
            return String.join(";", values);
        }
    }

    /// There are no logins here, and nothing to erase.
    private static final class QuietFarewell implements Closings.Farewell {
        @Override
        public void tell(SpaceId space, Closing closing) {}

        @Override
        public void endSessions(SpaceId space) {}

        @Override
        public void erase(SpaceId space) {}
    }
}

package fr.monespacesante.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// W8: a campaign of the pilot's size on one machine: a file of people is imported, everybody is invited,
/// 0.7 % oppose, the others' spaces open. What is played and not measured: the mail house, the six weeks,
/// and the opponents' forms (their spaces are moved to `OPPOSED` in the database).
final class CampaignBench {
    private static final List<String> HELD = List.of(
            "--mes.account.opening-interval=PT10H",
            "--mes.account.mailing.posting=P0D",
            "--mes.account.mailing.interval=PT1S",
            "--mes.account.mailing.sheets=5000",
            "--mes.account.mailing.emails-per-second=2000");

    private final Pilot pilot;
    private final Programs programs;
    private final Database database;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private long highestService;
    private long highestDatabase;

    private CampaignBench(Pilot pilot, Options options) throws Exception {
        this.pilot = pilot;
        Bench.forget(options.directory().resolve("data"));
        this.programs = new Programs(options);
        this.database =
                new Database(programs.ports().database(), programs.data().resolve("postgresql.password"));
        this.folder = programs.data().resolve("campaigns");
    }

    static void main(List<String> arguments) throws Exception {
        List<String> rest = new ArrayList<>(arguments);
        rest.remove("campaign");
        int people = number(rest, "--people", 3_300_000);
        int emails = number(rest, "--emails", 2);
        Options options = Options.parse(rest);
        CampaignBench bench = new CampaignBench(new Pilot(people, emails), options);
        Runtime.getRuntime().addShutdownHook(new Thread(bench.programs::close));
        try {
            bench.run();
            Files.write(options.directory().resolve("campaign-" + Results.today() + ".md"), bench.lines);
        } finally {
            bench.programs.close();
            if (!options.keep()) {
                Bench.forget(options.directory().resolve("data"));
            }
        }
    }

    static int number(List<String> arguments, String name, int usual) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return usual;
        }
        int value = Integer.parseInt(arguments.get(at + 1));
        arguments.remove(at + 1);
        arguments.remove(at);
        return value;
    }

    private void run() throws IOException, SQLException, InterruptedException {
        say("load of the machine at the start: "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        programs.startSandbox();
        Files.createDirectories(folder);
        Path part = folder.resolve("pilot.part");
        long start = System.nanoTime();
        long bytes = pilot.write(part);
        say("file of %,d people, %,d MB, written in %s".formatted(pilot.people(), bytes >> 20, since(start)));
        say("service started in " + seconds(programs.startService(HELD).toNanos()));
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(10)));
        Usage before = programs.usage();
        long begin = System.nanoTime();
        Files.move(part, folder.resolve("pilot.csv"), StandardCopyOption.ATOMIC_MOVE);
        until("select count(*) from account.campaign_file where state = 'DONE'", 1);
        long imported = System.nanoTime();
        phase("imported (sheets are being written meanwhile)", begin, imported);
        Usage.Spent spent = programs.usage().since(before);
        say("  processors used meanwhile: service %.2f, database %.2f".formatted(spent.service(), spent.database()));
        say(
                "  invited so far: %,d"
                        .formatted(
                                number(
                                        "select coalesce(sum(people), 0) from (select * from"
                                                + " account.campaign_count union all select * from account.campaign_move) c where what = 'INVITED'")));
        until("select case when exists (select 1 from account.to_invite) then 0 else 1 end", 1);
        long invited = System.nanoTime();
        phase("all invited, from the import's end", imported, invited);
        say("  %,d sheets in %,d files (PDF and CSV), %,d MB; %,d e-mails still in the outbox"
                .formatted(
                        number("select coalesce(sum(letters), 0) from account.mailing"),
                        number("select 2 * count(*) from account.mailing"),
                        size(programs.data().resolve("post")) >> 20,
                        database.lettersLeft()));
        long opposing = System.nanoTime();
        int opposed = oppose();
        long afterOpposed = System.nanoTime();
        say("  %,d opposed, played in the database in %s".formatted(opposed, seconds(afterOpposed - opposing)));
        programs.stopService();
        List<String> opening = new ArrayList<>(HELD);
        opening.set(0, "--mes.account.opening-interval=PT1S");
        say("service started again in " + seconds(programs.startService(opening).toNanos()));
        long from = System.nanoTime();
        until("select case when exists (select 1 from account.space where state = 'NOTIFIED') then 0 else 1 end", 1);
        long opened = System.nanoTime();
        phase("opened", from, opened);
        long all = imported - begin + invited - imported + opened - from;
        say("import, invitation and opening together: %s, %,.0f people a second; goal (P8): 15 minutes for 3.3 million"
                .formatted(seconds(all), pilot.people() / (all / 1e9)));
        say("highest memory: service %,d MB resident, database %,d MB"
                .formatted(highestService >> 20, highestDatabase >> 20));
        say("database %,d MB on disk".formatted(database.size() >> 20));
        figures();
    }

    /// Counted in the directory and read from the counters: they must agree.
    private void figures() throws SQLException {
        String kept = "select coalesce(sum(people), 0) from (select * from account.campaign_count union all"
                + " select * from account.campaign_move) c where what = '%s'";
        long invited = number(kept.formatted("INVITED"));
        long opposed = number(kept.formatted("OPPOSED"));
        long opened = number(kept.formatted("OPENED"));
        say("dashboard: %,d invited, %,d opposed (%.2f %%), %,d opened"
                .formatted(invited, opposed, 100.0 * opposed / invited, opened));
        long start = System.nanoTime();
        number(kept.formatted("INVITED"));
        long read = System.nanoTime();
        long counted = number("select count(*) from account.space where invited_at is not null");
        long countedOpened = number("select count(*) from account.space where opened_at is not null");
        say("counted one by one: %,d invited, %,d opened; a figure from the counters takes %,d ms, counting %,d ms"
                .formatted(counted, countedOpened, (read - start) / 1_000_000, (System.nanoTime() - read) / 2_000_000));
        for (String department : List.of("31", "44", "80")) {
            String of = " and department = '" + department + "'";
            say("  department %s: %,d invited, %,d opposed, %,d opened"
                    .formatted(
                            department,
                            number(kept.formatted("INVITED") + of),
                            number(kept.formatted("OPPOSED") + of),
                            number(kept.formatted("OPENED") + of)));
        }
    }

    private int oppose() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update account.space set state = 'OPPOSED', opposed_at = now()"
                    + " where state = 'NOTIFIED' and abs(hashtext(space_id::text)) % 1000 < 7");
        }
    }

    private void phase(String what, long from, long to) {
        double rate = pilot.people() / Math.max(0.001, (to - from) / 1e9);
        say("%s: %s, %,.0f people a second; service %,d MB resident, database %,d MB"
                .formatted(
                        what,
                        seconds(to - from),
                        rate,
                        programs.usage().serviceMemory() >> 20,
                        programs.usage().databaseMemory() >> 20));
    }

    private void until(String question, long answer) throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            int turn = 0;
            while (true) {
                try (var row = statement.executeQuery(question)) {
                    if (row.next() && row.getLong(1) >= answer) {
                        return;
                    }
                }
                if (turn++ % 10 == 0) {
                    Usage usage = programs.usage();
                    highestService = Math.max(highestService, usage.serviceMemory());
                    highestDatabase = Math.max(highestDatabase, usage.databaseMemory());
                }
                Thread.sleep(200);
            }
        }
    }

    private long number(String question) throws SQLException {
        return database.number(question);
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String since(long start) {
        return seconds(System.nanoTime() - start);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }

    private void say(String line) {
        lines.add(line.startsWith("  ") ? line.substring(1).replaceFirst("^ ", "  - ") : "- " + line);
        System.out.println(line);
    }
}

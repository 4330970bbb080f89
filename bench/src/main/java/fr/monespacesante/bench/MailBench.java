package fr.monespacesante.bench;

import fr.monespacesante.sandbox.laboratory.MutualTls;
import fr.monespacesante.sandbox.mssante.Mailbox;
import fr.monespacesante.sandbox.pki.Pki;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.HdrHistogram.Histogram;

/// W11: secure mail comes in over several connections with mutual TLS while citizens look at their pages.
///
/// Played and not measured: most recipients' activation (their spaces are moved to `ACTIVATED` in the database).
final class MailBench {
    private static final int READERS = 2;
    private static final int SAMPLES_A_SECOND = 5;
    private static final Map<String, String> PAGES = pages();

    private final Wanted wanted;
    private final Options options;
    private final Programs programs;
    private final Database database;
    private final int port;
    private final Path pki;
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong highest = new AtomicLong();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean over;

    /// @param size of a mail in bytes
    private record Wanted(int messages, int size, int connections, int people) {}

    private static final class Tally {
        private final Histogram data = new Histogram(3);
        private final Histogram whole = new Histogram(3);
        private final Map<Integer, Integer> others = new TreeMap<>();
    }

    private MailBench(Wanted wanted, Options options) throws Exception {
        this.wanted = wanted;
        this.options = options;
        Bench.forget(options.directory().resolve("data"));
        this.programs = new Programs(options);
        this.database =
                new Database(programs.ports().database(), programs.data().resolve("postgresql.password"));
        this.pki = options.directory().resolve("pki");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/espace");
        pages.put("messages", "/espace/messages");
        pages.put("documents", "/espace/documents");
        return pages;
    }

    static void main(List<String> arguments) throws Exception {
        List<String> rest = new ArrayList<>(arguments);
        rest.remove("mail");
        Wanted wanted = new Wanted(
                CampaignBench.number(rest, "--messages", 10_000),
                CampaignBench.number(rest, "--size", 200 * 1024),
                CampaignBench.number(rest, "--connections", 8),
                CampaignBench.number(rest, "--people", 200));
        Options options = Options.parse(rest);
        MailBench bench = new MailBench(wanted, options);
        Runtime.getRuntime().addShutdownHook(new Thread(bench.programs::close));
        try {
            bench.run();
            Files.write(options.directory().resolve("mail-" + Results.today() + ".md"), bench.lines);
        } finally {
            bench.programs.close();
            if (!options.keep()) {
                Bench.forget(options.directory().resolve("data"));
            }
        }
    }

    private void run() throws Exception {
        say("%d processors, load at the start %s, %d messages of %,d bytes on %d connections to %d spaces, %d readers"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                        wanted.messages(),
                        new Letters(Mailbox.LABORATORY.address(), wanted.size()).letter("x@y", 1).length,
                        wanted.connections(),
                        wanted.people(),
                        READERS));
        programs.startSandbox();
        say("service started in " + seconds(programs.startService(settings()).toNanos()));
        List<Citizen> citizens = new ArrayList<>();
        try {
            prepare(citizens);
            pagesAlone(citizens);
            measure(citizens);
        } finally {
            citizens.forEach(Citizen::close);
        }
    }

    private List<String> settings() throws IOException {
        Path list = Files.writeString(options.directory().resolve("operators.csv"), """
                domaine;operateur;relais
                minimes.mssante.example;%s;localhost:9
                """.formatted(
                        Mailbox.LABORATORY.operator().dnsName()));
        List<String> settings = new ArrayList<>(Programs.QUICK_POST);
        settings.addAll(List.of(
                "--mes.mssante.port=" + port,
                "--mes.mssante.key-store=" + pki.resolve("mssante.p12"),
                "--mes.mssante.key-store-password=" + Pki.PASSWORD,
                "--mes.mssante.trusted-authority=" + pki.resolve("ca.crt"),
                "--mes.mssante.trusted-list=" + list));
        return settings;
    }

    private void prepare(List<Citizen> citizens) throws Exception {
        Doctor doctor = Doctor.signIn(programs.ports().sandbox());
        Seeding seeding = new Seeding(programs, database, doctor);
        seeding.people(wanted.people());
        for (int i = 1; i <= READERS; i++) {
            Citizen citizen = new Citizen(programs, new Patient(i));
            citizen.signIn();
            citizens.add(citizen);
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            int played = statement.executeUpdate(
                    "update account.space set state = 'ACTIVATED', activated_at = now() where state = 'OPEN'");
            say("%d activations played in the database, %d by their pages".formatted(played, READERS));
        }
    }

    /// What pages cost before any mail comes.
    private void pagesAlone(List<Citizen> citizens) throws InterruptedException {
        Load load = new Load(programs, options.seconds());
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Measured alone = load.run(page.getKey(), READERS, Citizen.work(citizens, page.getValue()));
            say("page %s without mail: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%s"
                    .formatted(
                            page.getKey(),
                            alone.millisAt(50),
                            alone.millisAt(95),
                            alone.millisAt(99),
                            alone.errors().isEmpty() ? "" : ", errors " + alone.errors()));
        }
    }

    private void measure(List<Citizen> citizens) throws Exception {
        SSLContext tls = MutualTls.context(
                pki.resolve(Mailbox.LABORATORY.operator().certificate()),
                Pki.PASSWORD.toCharArray(),
                pki.resolve("truststore.p12"));
        Letters letters = new Letters(Mailbox.LABORATORY.address(), wanted.size());
        List<Tally> senders = new ArrayList<>();
        Map<String, Histogram> seen = new LinkedHashMap<>();
        PAGES.keySet().forEach(page -> seen.put(page, new Histogram(3)));
        AtomicInteger failedPages = new AtomicInteger();
        Usage before = programs.usage();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("bench-", 1).factory())) {
            Future<?> memory = threads.submit(this::watchMemory);
            List<Future<?>> reading = new ArrayList<>();
            for (Citizen citizen : citizens) {
                reading.add(threads.submit(() -> read(citizen, seen, failedPages)));
            }
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < wanted.connections(); i++) {
                Tally tally = new Tally();
                senders.add(tally);
                sending.add(threads.submit(() -> send(tls, letters, tally)));
            }
            for (Future<?> each : sending) {
                each.get();
            }
            long took = System.nanoTime() - start;
            Usage.Spent spent = programs.usage().since(before);
            over = true;
            for (Future<?> each : reading) {
                each.get();
            }
            memory.get();
            tell(senders, seen, failedPages.get(), took, spent);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client broke", e.getCause());
        } finally {
            over = true;
        }
    }

    private void send(SSLContext tls, Letters letters, Tally tally) {
        Random chance = new Random();
        int number = next.getAndIncrement();
        while (number < wanted.messages()) {
            try (SmtpConnection connection =
                    new SmtpConnection(port, tls, Mailbox.LABORATORY.operator().dnsName())) {
                while (number < wanted.messages()) {
                    String to = new Patient(chance.nextInt(wanted.people())).ins() + "@patient.mssante.fr";
                    SmtpConnection.Timed timed =
                            connection.send(Mailbox.LABORATORY.address(), to, letters.letter(to, number));
                    if (timed.isAccepted()) {
                        tally.data.recordValue(timed.data() / 1_000);
                        tally.whole.recordValue(timed.whole() / 1_000);
                        number = next.getAndIncrement();
                    } else {
                        tally.others.merge(timed.code(), 1, Integer::sum);
                        if (timed.code() >= 500) {
                            number = next.getAndIncrement();
                        }
                    }
                }
            } catch (IOException e) {
                if (tally.others.merge(-1, 1, Integer::sum) > 100) {
                    throw new IllegalStateException("the service cuts every connection", e);
                }
            }
        }
    }

    private void read(Citizen citizen, Map<String, Histogram> seen, AtomicInteger failed) {
        try (Client client = Client.of(0, programs)) {
            Random chance = new Random();
            while (!over) {
                for (Map.Entry<String, String> page : PAGES.entrySet()) {
                    long start = System.nanoTime();
                    int status = citizen.work(page.getValue()).once(client, chance);
                    long micros = (System.nanoTime() - start) / 1_000;
                    Histogram histogram = seen.get(page.getKey());
                    if (status != 0 || histogram == null) {
                        failed.incrementAndGet();
                    } else {
                        synchronized (histogram) {
                            histogram.recordValue(micros);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a page did not come", e);
        }
    }

    private void watchMemory() {
        while (!over) {
            highest.accumulateAndGet(programs.usage().serviceMemory(), Math::max);
            try {
                Thread.sleep(1000 / SAMPLES_A_SECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tell(List<Tally> senders, Map<String, Histogram> seen, int failedPages, long took, Usage.Spent spent)
            throws SQLException {
        Histogram data = new Histogram(3);
        Histogram whole = new Histogram(3);
        Map<Integer, Integer> others = new TreeMap<>();
        for (Tally each : senders) {
            data.add(each.data);
            whole.add(each.whole);
            each.others.forEach((code, count) -> others.merge(code, count, Integer::sum));
        }
        long accepted = data.getTotalCount();
        say("accepted %,d in %s: %.1f a second, %.1f MB a second%s"
                .formatted(
                        accepted,
                        seconds(took),
                        accepted / (took / 1e9),
                        accepted * (double) wanted.size() / (took / 1e3),
                        others.isEmpty() ? "" : ", other answers " + others));
        say("DATA to 250: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; whole transaction: p50 %.1f ms, p99 %.1f ms"
                .formatted(
                        data.getValueAtPercentile(50) / 1e3,
                        data.getValueAtPercentile(95) / 1e3,
                        data.getValueAtPercentile(99) / 1e3,
                        whole.getValueAtPercentile(50) / 1e3,
                        whole.getValueAtPercentile(99) / 1e3));
        seen.forEach((page, micros) -> say("page %s meanwhile: %d asked, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
                .formatted(
                        page,
                        micros.getTotalCount(),
                        micros.getValueAtPercentile(50) / 1e3,
                        micros.getValueAtPercentile(95) / 1e3,
                        micros.getValueAtPercentile(99) / 1e3)));
        say("%d pages failed".formatted(failedPages));
        say(
                "processors used: service %.2f, database %.2f, driver %.2f; highest memory of the service %,d MB resident, database %,d MB"
                        .formatted(
                                spent.service(),
                                spent.database(),
                                spent.driver(),
                                highest.get() >> 20,
                                spent.databaseMemory() >> 20));
        say("kept: %,d messages, %,d notices"
                .formatted(
                        database.number("select count(*) from messaging.message"),
                        database.number("select count(*) from notification.notice")));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }

    private void say(String line) {
        lines.add("- " + line);
        System.out.println(line);
    }
}

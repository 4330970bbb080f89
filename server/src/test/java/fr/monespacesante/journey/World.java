package fr.monespacesante.journey;

import fr.monespacesante.TestDatabase;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.sandbox.laboratory.Laboratory;
import fr.monespacesante.sandbox.messages.Mail;
import fr.monespacesante.sandbox.mssante.Mssante;
import fr.monespacesante.sandbox.pki.Pki;
import fr.monespacesante.sandbox.push.PushInbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The stage of a story: the outside world, a database, folders and certificates, and as many nodes as it needs.
final class World implements AutoCloseable {
    static final String DOCTORS_SOFTWARE = "logicabinet";
    static final String NEWS = "Du nouveau dans Mon espace santé";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ONE_TIME_CODE = Pattern.compile("code est (\\d{6})");
    private static final Pattern PROVISIONAL_CODE = Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\\b");

    private final RunningSandbox sandbox;
    private final TestDatabase database;
    private final Path home;
    private final List<Node> nodes = new ArrayList<>();

    private final Map<String, String> mail = new LinkedHashMap<>();

    private World(RunningSandbox sandbox, TestDatabase database, Path home) {
        this.sandbox = sandbox;
        this.database = database;
        this.home = home;
    }

    static World begin() throws IOException {
        Path home = Files.createTempDirectory("journey");
        Pki.write(home.resolve("pki"), Clock.systemUTC());
        return new World(RunningSandbox.start(), TestDatabase.fresh(), home);
    }

    /// With the operators of the professionals' secure mail.
    static World withMail() throws IOException {
        Path home = Files.createTempDirectory("journey");
        RunningSandbox sandbox = RunningSandbox.withOperators(home.resolve("pki"));
        World world = new World(sandbox, TestDatabase.fresh(), home);
        Path list = Files.writeString(
                home.resolve("operators.csv"), sandbox.mssante().trustedList());
        world.mail.putAll(Map.of(
                "mes.mssante.port",
                "0",
                "mes.mssante.key-store",
                world.pki("mssante.p12").toString(),
                "mes.mssante.key-store-password",
                Pki.PASSWORD,
                "mes.mssante.trusted-authority",
                world.pki("ca.crt").toString(),
                "mes.mssante.trusted-list",
                list.toString(),
                "mes.mssante.sending.interval",
                "PT0.2S"));
        return world;
    }

    /// @param more settings, over those of every node of this world
    Node start(Map<String, String> more) {
        return start(more, Clock.systemUTC());
    }

    Node start(Map<String, String> more, Clock clock) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.putAll(mail);
        settings.putAll(more);
        Node node = Node.start(settings, clock);
        nodes.add(node);
        if (!mail.isEmpty()) {
            sandbox.mssante().serviceAt(node.mailPort());
        }
        return node;
    }

    /// The operators of the professionals' secure mail.
    Mssante mssante() {
        return sandbox.mssante();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("mes.data", home.toString()),
                Map.entry("mes.database.url", database.url()),
                Map.entry("mes.database.owner-password", "any"),
                Map.entry("mes.database.application-password", "any"),
                Map.entry("mes.vault.keys", home.resolve("keys").toString()),
                Map.entry("mes.vault.blobs", home.resolve("blobs").toString()),
                Map.entry("mes.courier.smtp-port", Integer.toString(sandbox.smtpPort())),
                Map.entry("mes.courier.sms-gateway", sandbox.url() + "/sms"),
                Map.entry("mes.courier.post-directory", home.resolve("post").toString()),
                Map.entry("mes.account.campaign-directory", campaigns().toString()),
                Map.entry("mes.account.opposition-period", "P0D"),
                Map.entry("mes.notification.delay", "PT1S"),
                Map.entry("mes.software.port", "0"),
                Map.entry("mes.software.key-store", pki("server.p12").toString()),
                Map.entry("mes.software.key-store-password", Pki.PASSWORD),
                Map.entry("mes.software.trusted-authority", pki("ca.crt").toString()),
                Map.entry("mes.psc.issuer", sandbox.url() + "/psc"),
                Map.entry("mes.psc.audiences", DOCTORS_SOFTWARE));
    }

    /// Drops a campaign file with these people where an operator would, and waits for its import.
    void campaign(String name, List<Someone> people) throws IOException {
        List<String> lines = new ArrayList<>(campaignFile().subList(0, 1));
        for (Someone one : people) {
            campaignFile().stream().filter(line -> line.startsWith(one.ins())).forEach(lines::add);
        }
        Path file = campaigns().resolve(name + ".csv");
        Files.createDirectories(campaigns());
        Path unfinished = Files.write(campaigns().resolve(name + ".part"), lines);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        await("the import of " + name, () -> Files.exists(campaigns().resolve(name + ".csv.done")));
    }

    /// Those of the sandbox's campaign file who have an e-mail address and a good line: Claire, Marcel, Lina first.
    static List<Someone> people() throws IOException {
        return campaignFile().stream()
                .skip(1)
                .filter(line -> line.split(";", -1).length == 17)
                .filter(line -> line.contains("@courriel.test"))
                .map(Someone::of)
                .filter(one -> Ins.parse(one.ins()).isPresent())
                .toList();
    }

    static Someone person(String usedName) throws IOException {
        return people().stream()
                .filter(one -> one.usedName().equals(usedName))
                .findFirst()
                .orElseThrow();
    }

    /// What the sender's program says; it fails unless each document is in its space.
    ///
    /// @param certificate such as `laboratory.p12`
    void send(Node node, String certificate, String mode, Someone about, Example... examples) throws IOException {
        Path folder = Files.createTempDirectory(home, "outgoing");
        for (Example example : examples) {
            Files.write(folder.resolve(example.name()), example.bytes());
        }
        Example first = examples[0];
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Laboratory.run(
                List.of(
                        "--to",
                        node.softwareOrigin() + "/fhir",
                        "--certificate",
                        pki(certificate).toString(),
                        "--trust",
                        pki("ca.crt").toString(),
                        "--mode",
                        mode,
                        "--ins",
                        about.ins(),
                        "--type",
                        first.typeCode(),
                        "--title",
                        first.title(),
                        "--as",
                        certificate.startsWith("hospital") ? "hospital" : "laboratory",
                        folder.toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new AssertionError(said.toString(StandardCharsets.UTF_8));
        }
    }

    /// @param name of a file of the sandbox's examples
    static Example example(Someone about, String name) {
        return Examples.forPatient(about.person()).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// An access token of Pro Santé Connect, as a doctor's software gets it.
    String token(String rpps) {
        return sandbox.professionalToken(rpps, DOCTORS_SOFTWARE, Duration.ofMinutes(30));
    }

    Path pki(String file) {
        return home.resolve("pki").resolve(file);
    }

    /// All mail that came to this address, newest first.
    List<Mail> mails(String address) {
        return sandbox.mails().to(address);
    }

    /// The newest mail to this person whose text holds something, once it is not this one.
    Mail mail(Someone to, String holding, long notBefore) {
        await("a mail that says " + holding, () -> newest(to, holding, notBefore) != null);
        return Objects.requireNonNull(newest(to, holding, notBefore));
    }

    private @Nullable Mail newest(Someone to, String holding, long notBefore) {
        return mails(to.email()).stream()
                .filter(mail -> mail.id() > notBefore)
                .filter(mail -> mail.text().contains(holding) || mail.subject().contains(holding))
                .findFirst()
                .orElse(null);
    }

    /// Where the outside world listens.
    String outside() {
        return sandbox.url();
    }

    PushInbox push() {
        return sandbox.push();
    }

    void mailFailsFor(Duration time) {
        sandbox.mailOutage().last(time);
    }

    /// Letters that have not left yet.
    int lettersWaiting() {
        return count("select count(*) from courier.letter");
    }

    /// Spaces whose holder is owed a letter of news.
    int newsOwed() {
        return count("select count(*) from notification.owed");
    }

    private int count(String question) {
        return database.superuser()
                .sql(question)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// The id of the newest mail so far: what comes later is greater.
    long mailsSoFar() {
        return sandbox.mails().all().stream().mapToLong(Mail::id).max().orElse(0);
    }

    String provisionalCode(Someone one) {
        return found(PROVISIONAL_CODE, mail(one, "/activation", 0), 0);
    }

    String oneTimeCode(Someone one, long notBefore) {
        return found(ONE_TIME_CODE, mail(one, "code est", notBefore), 1);
    }

    private static String found(Pattern pattern, Mail mail, int group) {
        Matcher matcher = pattern.matcher(mail.text());
        if (!matcher.find()) {
            throw new AssertionError("no code in this mail: " + mail.text());
        }
        return matcher.group(group);
    }

    static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Path campaigns() {
        return home.resolve("campaigns");
    }

    private static List<String> campaignFile() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RunningSandbox.class.getResourceAsStream("/campaign/demo.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        sandbox.close();
    }
}

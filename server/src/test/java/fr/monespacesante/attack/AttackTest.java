package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.access.Caller;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.interop.SoftwareConnector;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.laboratory.SimplifiedPublish;
import fr.monespacesante.sandbox.laboratory.SourceReader;
import fr.monespacesante.sandbox.pki.Pki;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service beside its outside world, with invented people who have a space and a login.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackTest extends ServerTest {
    protected static final FhirContext FHIR = FhirContext.forR4Cached();
    protected static final RunningSandbox WORLD = RunningSandbox.start();
    protected static final Path CERTIFICATES = certificates();
    protected static final String INS = "urn:oid:1.2.250.1.213.1.4.10";
    protected static final String DOCTOR = "10001234567";
    protected static final String OTHER_DOCTOR = "10003334445";
    protected static final String LABORATORY = "laboratory.p12";
    protected static final String OTHER_LABORATORY = "laboratory-2.p12";
    protected static final String PASSWORD = "Lilas-Bleu-31-Toulouse";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    protected SoftwareConnector software;

    @Autowired
    private Directory directory;

    @Autowired
    private Ids ids;

    @Autowired
    private Citizens citizens;

    @DynamicPropertySource
    static void outsideWorld(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
        properties.add("mes.psc.issuer", () -> WORLD.url() + "/psc");
        properties.add("mes.psc.audiences", () -> "logicabinet");
        properties.add("mes.software.port", () -> "0");
        properties.add(
                "mes.software.key-store",
                () -> CERTIFICATES.resolve("server.p12").toString());
        properties.add("mes.software.key-store-password", () -> Pki.PASSWORD);
        properties.add(
                "mes.software.trusted-authority",
                () -> CERTIFICATES.resolve("ca.crt").toString());
        properties.add("mes.software.document-limit", () -> "2MB");
        properties.add("mes.software.body-limit", () -> "6MB");
    }

    private static Path certificates() {
        try {
            Path directory = Files.createTempDirectory("certificates");
            Pki.write(directory, Clock.systemUTC());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody with a space and a login.
    protected record Holder(SpaceId space, Person person, String login, String email) {
        String ins() {
            return person.ins().value();
        }

        String patient() {
            return INS + "%7C" + ins();
        }

        Caller.Citizen citizen() {
            return new Caller.Citizen(space, person.displayName(), false, "PORTAL");
        }

        /// As FHIR names a thing of this space.
        String fhirId(UUID thing) {
            return new BigInteger(
                            1,
                            ByteBuffer.allocate(32)
                                    .putLong(space.value().getMostSignificantBits())
                                    .putLong(space.value().getLeastSignificantBits())
                                    .putLong(thing.getMostSignificantBits())
                                    .putLong(thing.getLeastSignificantBits())
                                    .array())
                    .toString(36);
        }
    }

    protected Holder holder(String family) {
        return holder(family, "Claire");
    }

    protected Holder holder(String family, String given) {
        return holder(family, given, LocalDate.of(1984, 5, 12));
    }

    protected Holder holder(String family, String given, LocalDate birth) {
        Holder holder = space(family, given, birth, "ACTIVATED");
        Contact contact = new Contact(holder.email(), null, Contact.CodesBy.EMAIL);
        assertThat(citizens.register(
                        holder.space(), holder.person().displayName(), holder.login(), new Secret<>(PASSWORD), contact))
                .isInstanceOf(Outcome.Done.class);
        return holder;
    }

    /// A space without a login: a child's, or one that waits.
    protected Holder space(String family, String given, LocalDate birth, String state) {
        int number = NEXT.incrementAndGet();
        String thirteen = "2840533063%03d".formatted(number);
        Person person = new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                family,
                List.of(given),
                family,
                given,
                Sex.FEMALE,
                birth,
                "33063");
        SpaceId space = new SpaceId(ids.next());
        DATABASE.superuser()
                .sql("""
                        insert into account.space (space_id, ins_hash, state, department, invited_at, opens_at,
                                                   opened_at, activated_at, sealed)
                        values (:id, :hash, :state, '31', now() - interval '50 days', now() - interval '8 days',
                                now(), now(), :sealed)
                        """)
                .param("state", state)
                .param("id", space.value())
                .param("hash", directory.fingerprint("account.ins", person.ins().value()))
                .param("sealed", directory.seal(new Place("account.space", space.value(), 1), person))
                .update();
        String email = "personne" + number + "@courriel.test";
        String login = "personne." + number;
        return new Holder(space, person, login, email);
    }

    /// Lets a minor in with the login that they have here.
    protected static void ownAccess(Holder child) {
        DATABASE.superuser()
                .sql("update account.space set own_access_at = now() where space_id = :space")
                .param("space", child.space().value())
                .update();
    }

    protected Intruder stranger() {
        return Intruder.at(origin());
    }

    /// A browser that has shown the password, and not yet the code.
    protected Intruder half(Holder holder) {
        forgetAttempts();
        Intruder browser = stranger();
        browser.get("/connexion");
        browser.post("/connexion", Map.of("login", holder.login(), "password", PASSWORD));
        browser.get("/connexion/code");
        return browser;
    }

    protected Intruder signedIn(Holder holder) {
        int before = mails(holder.email(), "code est").size();
        Intruder browser = half(holder);
        String code = TestMailbox.oneTimeCode(mail(holder.email(), "code est", before + 1));
        assertThat(browser.post("/connexion/code", Map.of("code", code)).status())
                .isEqualTo(303);
        assertThat(browser.get("/espace").status()).isEqualTo(200);
        browser.get("/espace/parametres/acces/bloquer");
        return browser;
    }

    private static List<TestMailbox.Mail> mails(String email, String words) {
        return MAILBOX.to(email).stream()
                .filter(mail -> mail.text().contains(words))
                .sorted(Comparator.comparing(TestMailbox.Mail::caught))
                .toList();
    }

    /// The n-th mail to an address that says this, awaited.
    protected static TestMailbox.Mail mail(String email, String words, int n) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (mails(email, words).size() < n) {
            assertThat(System.nanoTime()).as("mail with: " + words).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        return mails(email, words).get(n - 1);
    }

    protected static int mailsSaying(String email, String words) {
        return mails(email, words).size();
    }

    /// A professional's browser, signed in with Pro Santé Connect.
    protected Intruder signedInProfessional(String rpps) {
        return through("/pro/connexion/avec/psc", rpps, "/pro");
    }

    protected Intruder signedInAgent(String name) {
        return through("/agent/connexion/avec/proconnect", name, "/agent");
    }

    private Intruder through(String start, String person, String home) {
        TestSignIn.allow(WORLD, origin());
        Intruder browser = stranger();
        browser.get(TestSignIn.chosen(browser.get(start).header("Location"), person));
        assertThat(browser.get(home).status()).isEqualTo(200);
        return browser;
    }

    /// The number that this patient has in the professional's session, once found.
    protected String patient(Intruder professional, Holder holder) {
        professional.get("/pro");
        Intruder.Answer found = professional.post(
                "/pro/patient",
                Map.of(
                        "ins",
                        holder.ins(),
                        "name",
                        holder.person().birthFamilyName(),
                        "born.day",
                        "12",
                        "born.month",
                        "5",
                        "born.year",
                        "1984"));
        assertThat(found.status()).as(found.body()).isEqualTo(303);
        return found.header("Location").replaceFirst(".*/pro/patient/", "");
    }

    /// All tests come from one address: what other tests tried must not slow these down.
    protected static void forgetAttempts() {
        DATABASE.superuser().sql("delete from identity.attempt").update();
    }

    // programs of professionals and structures

    protected static String token(String rpps) {
        return WORLD.professionalToken(rpps, "logicabinet", Duration.ofMinutes(10));
    }

    protected Intruder program() {
        return stranger().with("Accept", "application/fhir+json");
    }

    protected Intruder professional(String rpps) {
        return program().with("Authorization", "Bearer " + token(rpps));
    }

    protected Intruder structure(String certificate) {
        return new Intruder(tls(certificate), "https://localhost:" + software.port())
                .with("Accept", "application/fhir+json");
    }

    protected static HttpClient tls(String certificate) {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store(certificate), Pki.PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store("truststore.p12"));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(tls)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(CERTIFICATES.resolve(name))) {
            store.load(in, Pki.PASSWORD.toCharArray());
        }
        return store;
    }

    // documents

    /// What a laboratory's program would send of these bytes.
    protected static DocumentReference reference(Holder holder, String title, String fileName, byte[] bytes) {
        try {
            SourceReader.Defaults defaults = new SourceReader.Defaults(
                    holder.ins(),
                    holder.person().authority().oid(),
                    "11488-4",
                    title,
                    LocalDate.of(2026, 10, 1),
                    Cast.BIOLOGIST);
            DocumentReference reference = SimplifiedPublish.of(
                    new SourceReader(defaults).read(fileName, bytes, LocalDate.of(2026, 10, 1)), bytes);
            reference.getMasterIdentifier().setValue("urn:uuid:" + UUID.randomUUID());
            return reference;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static void mark(DocumentReference reference, Mark mark) {
        reference.addSecurityLabel(new CodeableConcept(new Coding(Mark.FHIR_SYSTEM, mark.name(), mark.label())));
    }

    protected static String json(DocumentReference reference) {
        return FHIR.newJsonParser().encodeResourceToString(reference);
    }

    protected Intruder.Answer deposit(String certificate, DocumentReference reference) {
        return deposit(structure(certificate), json(reference));
    }

    protected static Intruder.Answer deposit(Intruder program, String json) {
        return program.send(
                "POST",
                "/fhir/DocumentReference",
                BodyPublishers.ofString(json),
                Map.of("Content-Type", "application/fhir+json"));
    }

    /// Deposits a note; the document's own id.
    protected UUID deposited(Holder holder, String title, Mark... marks) {
        DocumentReference reference = reference(holder, title, "note.txt", ("Note : " + title).getBytes(UTF_8));
        for (Mark mark : marks) {
            mark(reference, mark);
        }
        return kept(deposit(LABORATORY, reference));
    }

    protected static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    protected static UUID kept(Intruder.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.header("Location")
                .replaceFirst(".*DocumentReference/", "")
                .replaceFirst("/.*", "");
        byte[] number = new BigInteger(id, 36).toByteArray();
        ByteBuffer last = ByteBuffer.wrap(number, number.length - 16, 16);
        return new UUID(last.getLong(), last.getLong());
    }

    protected Intruder.Answer agreed(Holder holder, String rpps) {
        String consent = """
                {"resourceType":"Consent","status":"active",
                 "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],
                 "patient":{"identifier":{"system":"%s","value":"%s"}}}
                """.formatted(INS, holder.ins());
        Intruder.Answer answer = professional(rpps)
                .send(
                        "POST",
                        "/fhir/Consent",
                        BodyPublishers.ofString(consent),
                        Map.of("Content-Type", "application/fhir+json"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    protected Intruder.Answer patch(Intruder program, String id, String path, String value) {
        String parameters = """
                {"resourceType":"Parameters","parameter":[{"name":"operation","part":[
                  {"name":"type","valueCode":"replace"},{"name":"path","valueString":"%s"},
                  {"name":"value",%s}]}]}
                """.formatted(path, value);
        return program.send(
                "PATCH",
                "/fhir/DocumentReference/" + id,
                BodyPublishers.ofString(parameters),
                Map.of("Content-Type", "application/fhir+json"));
    }
}

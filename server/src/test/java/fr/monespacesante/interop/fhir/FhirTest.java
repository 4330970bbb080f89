package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.interop.SoftwareConnector;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Documents;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.sandbox.laboratory.ProvideBundle;
import fr.monespacesante.sandbox.laboratory.SimplifiedPublish;
import fr.monespacesante.sandbox.laboratory.SourceDocument;
import fr.monespacesante.sandbox.laboratory.SourceReader;
import fr.monespacesante.sandbox.pki.Pki;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with the outside world beside it: Pro Santé Connect over HTTP, structures with certificates.
@Import(StatementCount.class)
abstract class FhirTest extends ServerTest {
    protected static final FhirContext FHIR = FhirContext.forR4Cached();
    protected static final String INS = "urn:oid:1.2.250.1.213.1.4.10";
    protected static final String DOCTOR = "10001234567";
    protected static final String NURSE = "10007654321";
    protected static final String LABORATORY = "laboratory.p12";
    protected static final RunningSandbox WORLD = RunningSandbox.start();
    protected static final Path CERTIFICATES = certificates();
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    protected SoftwareConnector software;

    @Autowired
    protected Doors doors;

    @Autowired
    protected Documents documents;

    @Autowired
    protected Blocks blocks;

    @Autowired
    protected StatementCount sql;

    @Autowired
    private Directory directory;

    @Autowired
    private Ids ids;

    @DynamicPropertySource
    static void outsideWorld(DynamicPropertyRegistry properties) {
        properties.add("mes.psc.issuer", () -> WORLD.url() + "/psc");
        properties.add("mes.psc.audiences", () -> "logicabinet,mon-espace-sante");
        properties.add("mes.software.port", () -> "0");
        properties.add("mes.software.key-store", () -> CERTIFICATES.resolve("server.p12"));
        properties.add("mes.software.key-store-password", () -> Pki.PASSWORD);
        properties.add("mes.software.trusted-authority", () -> CERTIFICATES.resolve("ca.crt"));
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

    /// Somebody with a space of their own.
    protected record Holder(SpaceId space, Person person) {
        String ins() {
            return person.ins().value();
        }

        Caller.Citizen citizen() {
            return new Caller.Citizen(space, person.displayName(), false, "PORTAL");
        }

        /// As a document's header names her.
        fr.monespacesante.sandbox.examples.Person asPatient() {
            return new fr.monespacesante.sandbox.examples.Person(
                    person.authority().oid(),
                    ins(),
                    person.birthFamilyName(),
                    person.usedFamilyName(),
                    person.birthGivenNames(),
                    fr.monespacesante.sandbox.examples.Person.Sex.F,
                    person.birthDate(),
                    person.birthPlaceCog(),
                    "TOULOUSE");
        }

        SourceDocument describe(Example example) throws IOException {
            return new SourceReader(new SourceReader.Defaults(
                            ins(),
                            person.authority().oid(),
                            example.typeCode(),
                            example.title(),
                            LocalDate.of(2026, 10, 1),
                            Cast.DOCTOR))
                    .read(example.name(), example.bytes(), LocalDate.of(2026, 10, 1));
        }

        Example biology(LocalDate day) {
            return Examples.biology(asPatient(), day, ins());
        }

        Example pdf() {
            return Examples.forPatient(asPatient(), ins()).stream()
                    .filter(example -> example.contentType().equals("application/pdf"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    protected Holder holder() {
        return holder("ACTIVATED");
    }

    protected Holder holder(String state) {
        String thirteen = "2840531069%03d".formatted(NEXT.incrementAndGet());
        return holder(thirteen + Ins.keyOf(thirteen), state);
    }

    protected Holder holder(String ins, String state) {
        Person person = new Person(
                Ins.of(ins),
                InsAuthority.TEST,
                "DURAND",
                List.of("Claire", "Sophie", "Marie"),
                "MARTIN-DURAND",
                "Claire",
                Sex.FEMALE,
                LocalDate.of(1984, 5, 12),
                "31069");
        return holder(person, state);
    }

    protected Holder holder(Person person, String state) {
        UUID id = ids.next();
        DATABASE.superuser()
                .sql("""
                        insert into account.space (space_id, ins_hash, state, department, invited_at, opens_at,
                                                   opened_at, activated_at, closed_at, sealed)
                        values (:id, :hash, :state, '31', now() - interval '50 days', now() + interval '8 days',
                                now(), now(), now(), :sealed)
                        """)
                .param("id", id)
                .param("hash", directory.fingerprint("account.ins", person.ins().value()))
                .param("state", state)
                .param("sealed", directory.seal(new Place("account.space", id, 1), person))
                .update();
        return new Holder(new SpaceId(id), person);
    }

    /// The same space with other traits of identity.
    protected Holder becomes(Holder holder, Person person) {
        UUID id = holder.space().value();
        DATABASE.superuser()
                .sql("update account.space set sealed = :sealed where space_id = :id")
                .param("id", id)
                .param("sealed", directory.seal(new Place("account.space", id, 1), person))
                .update();
        return new Holder(holder.space(), person);
    }

    // programs

    protected String fhir() {
        return origin() + "/fhir";
    }

    protected String token(String rpps) {
        return WORLD.professionalToken(rpps, "logicabinet", Duration.ofMinutes(5));
    }

    /// An ordinary HAPI client in a professional's hands.
    protected IGenericClient client(String rpps) {
        FhirContext context = FHIR;
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = context.newRestfulGenericClient(fhir());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token(rpps)));
        return client;
    }

    /// A structure's own program: mutual TLS, plain HTTP messages.
    protected HttpClient software(String certificate) {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            if (!certificate.isEmpty()) {
                own.init(store(certificate), Pki.PASSWORD.toCharArray());
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store("truststore.p12"));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(certificate.isEmpty() ? null : own.getKeyManagers(), trusted.getTrustManagers(), null);
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

    protected String softwareFhir() {
        return "https://localhost:" + software.port() + "/fhir";
    }

    protected HttpResponse<String> post(String certificate, String path, String body, String type) {
        return send(
                software(certificate),
                HttpRequest.newBuilder(URI.create(softwareFhir() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> post(String path, IBaseResource resource) {
        return post(LABORATORY, path, json(resource), "application/fhir+json");
    }

    protected HttpResponse<String> get(String rpps, String path) {
        return send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : fhir() + path))
                        .header("Authorization", "Bearer " + token(rpps)));
    }

    protected static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static String json(IBaseResource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    protected static Bundle bundle(Holder holder, Example example) throws IOException {
        return ProvideBundle.of(holder.describe(example), example.bytes(), Instant.now());
    }

    protected static DocumentReference reference(Holder holder, Example example) throws IOException {
        return SimplifiedPublish.of(holder.describe(example), example.bytes());
    }

    /// Deposits by ITI-65; the id of the document.
    protected String deposited(Holder holder, Example example) throws IOException {
        HttpResponse<String> answer = post("", bundle(holder, example));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Bundle response = FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
        return response.getEntry().stream()
                .map(entry -> entry.getResponse().getLocation())
                .filter(location -> location.startsWith("DocumentReference/"))
                .map(location -> location.split("/")[1])
                .findFirst()
                .orElseThrow();
    }

    protected static Problematic refused(HttpResponse<String> answer) {
        OperationOutcome outcome = FHIR.newJsonParser().parseResource(OperationOutcome.class, answer.body());
        var issue = outcome.getIssueFirstRep();
        return new Problematic(
                answer.statusCode(),
                issue.getDetails().getCodingFirstRep().getCode(),
                issue.hasExpression() ? issue.getExpression().getFirst().getValue() : "");
    }

    protected record Problematic(int status, String problem, String where) {}

    // what the citizen and professionals do

    protected void agreed(Holder holder, String rpps) {
        Consent consent = new Consent();
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.setPatient(new Reference()
                .setIdentifier(new Identifier()
                        .setSystem(holder.person().authority().urn())
                        .setValue(holder.ins())));
        assertThat(client(rpps).create().resource(consent).execute().getCreated())
                .isTrue();
    }

    protected <R> R inside(Holder holder, Act act, Function<Visit, Outcome<R>> body) {
        return switch (doors.enter(holder.citizen(), holder.space(), act, body)) {
            case Outcome.Done<R>(R value) -> value;
            case Outcome.Refused<R> refused -> throw new AssertionError(refused.toString());
        };
    }

    protected void hide(Holder holder, String id) {
        DocumentId document = new DocumentId(FhirIds.parse(id).orElseThrow().thing());
        inside(
                holder,
                new Act.ChangeDocument(document),
                visit -> documents
                        .find(visit, document)
                        .then(entry -> documents.change(visit, document, Documents.Change.hide(entry, true))));
    }

    protected void block(Holder holder, String rpps) {
        inside(
                holder,
                new Act.ChangeRights(Act.RightsChange.BLOCK),
                visit -> blocks.block(visit, new Rpps(rpps), "Dr Antoine LEFÈVRE", false));
    }

    protected static String search(Holder holder, String more) {
        String system = holder.person().authority().urn();
        return "/DocumentReference?patient.identifier=" + system + "%7C" + holder.ins() + more;
    }
}

package fr.monespacesante.attack;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every interaction that the CapabilityStatement offers × everybody who may not.
@Requirement("SEC-04")
class FhirRoutesAttackTests extends AttackTest {
    private static final String STATUS_PATCH = """
            {"resourceType":"Parameters","parameter":[{"name":"operation","part":[
              {"name":"type","valueCode":"replace"},{"name":"path","valueString":"DocumentReference.status"},
              {"name":"value","valueCode":"superseded"}]}]}
            """;

    /// @param path with `$id` for a document, `$binary`, `$patient` for the INS and `$space`
    private record Interaction(String method, String path, String body) {
        static Interaction get(String path) {
            return new Interaction("GET", path, "");
        }

        boolean namesADocument() {
            return path.contains("$id");
        }
    }

    /// Every interaction has its line; what the statement offers beyond fails the test.
    private static final Map<String, List<Interaction>> MATRIX = Map.ofEntries(
            entry("DocumentReference read", List.of(Interaction.get("/DocumentReference/$id"))),
            entry("DocumentReference vread", List.of(Interaction.get("/DocumentReference/$id/_history/1"))),
            entry("DocumentReference history-instance", List.of(Interaction.get("/DocumentReference/$id/_history"))),
            entry("DocumentReference create", List.of(new Interaction("POST", "/DocumentReference", "$document"))),
            entry(
                    "DocumentReference patch",
                    List.of(
                            new Interaction("PATCH", "/DocumentReference/$id", STATUS_PATCH),
                            new Interaction(
                                    "PATCH",
                                    "/DocumentReference?patient.identifier=$patient&identifier=urn:uuid:$uuid",
                                    STATUS_PATCH))),
            entry(
                    "DocumentReference search-type",
                    List.of(
                            Interaction.get("/DocumentReference?patient.identifier=$patient"),
                            new Interaction("POST", "/DocumentReference/_search", "patient.identifier=$patient"))),
            entry("Binary read", List.of(Interaction.get("/Binary/$id"))),
            entry("List search-type", List.of(Interaction.get("/List?code=submissionset&patient.identifier=$patient"))),
            entry("Patient read", List.of(Interaction.get("/Patient/$space"))),
            entry("Patient search-type", List.of(Interaction.get("/Patient?identifier=$patient"))),
            entry("Consent create", List.of(new Interaction("POST", "/Consent", "$consent"))),
            entry("Consent search-type", List.of(Interaction.get("/Consent?patient.identifier=$patient"))),
            entry("system transaction", List.of(new Interaction("POST", "", "{\"resourceType\":\"Bundle\"}"))));

    @Autowired
    private Doors doors;

    private Holder claire;
    private UUID document;
    private String consent = "";

    @BeforeAll
    void aSpaceWithADocument() {
        claire = holder("MARTIN-PLANTEE", "Philomène");
        document = deposited(claire, "Titre planté chez Philomène");
        consent = "{\"resourceType\":\"Consent\",\"status\":\"active\",\"patient\":{\"identifier\":{\"system\":\"" + INS
                + "\",\"value\":\"" + claire.ins() + "\"}}}";
    }

    private List<Interaction> all() {
        List<Interaction> all = new ArrayList<>();
        MATRIX.values().forEach(all::addAll);
        return all;
    }

    private Intruder.Answer ask(Intruder who, Interaction interaction, UUID document) {
        String space =
                new java.math.BigInteger(claire.space().value().toString().replace("-", ""), 16).toString(36);
        String path = interaction
                .path()
                .replace("$patient", claire.patient())
                .replace("$uuid", document.toString())
                .replace("$space", space)
                .replace("$id", claire.fhirId(document));
        String body = interaction
                .body()
                .replace("$patient", claire.patient())
                .replace("$consent", consent)
                .replace("$document", json(reference(claire, "Intrus", "note.txt", "x".getBytes(UTF_8))));
        String type = path.endsWith("_search") ? "application/x-www-form-urlencoded" : "application/fhir+json";
        return who.send(
                interaction.method(), "/fhir" + path, BodyPublishers.ofString(body), Map.of("Content-Type", type));
    }

    private void showsNothing(Intruder.Answer answer, Object what) {
        assertThat(answer.body() + answer.headers())
                .as(String.valueOf(what))
                .doesNotContain("PLANTEE", "Philomène", "planté");
    }

    @Test
    void noInteractionIsWithoutItsAttack() {
        Intruder.Answer answer = program().get("/fhir/metadata");
        assertThat(answer.status()).isEqualTo(200);
        CapabilityStatement statement = FHIR.newJsonParser().parseResource(CapabilityStatement.class, answer.body());
        Set<String> offered = new TreeSet<>();
        statement.getRest().forEach(rest -> {
            rest.getInteraction()
                    .forEach(one -> offered.add("system " + one.getCode().toCode()));
            rest.getResource()
                    .forEach(resource -> resource.getInteraction()
                            .forEach(one -> offered.add(
                                    resource.getType() + " " + one.getCode().toCode())));
        });
        assertThat(offered)
                .as("Each interaction of the CapabilityStatement needs a line in FhirRoutesAttackTests.MATRIX")
                .isEqualTo(new TreeSet<>(MATRIX.keySet()));
    }

    @Test
    @Requirement("AUT-04")
    void withoutProofOfWhoAsksThereIsNothing() {
        Holder marcel = holder("BESSON");
        Intruder citizen = signedIn(marcel).with("Accept", "application/fhir+json");
        Intruder owner = signedIn(claire).with("Accept", "application/fhir+json");
        List<Intruder> nobodies = List.of(
                program(),
                citizen,
                owner,
                half(marcel),
                program().with("Authorization", "Bearer x.y.z"),
                program().with("Authorization", "Bearer "),
                program().with("Authorization", "Basic YTpi"),
                program().with("X-SSL-Client-Cert", "CN=LaboSoft,OU=1310098765"),
                program().with("X-Forwarded-User", "10001234567"));
        for (Intruder nobody : nobodies) {
            for (Interaction interaction : all()) {
                Intruder.Answer answer = ask(nobody, interaction, document);
                assertThat(answer.status()).as(interaction.toString()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.header("Set-Cookie")).isEmpty();
                showsNothing(answer, interaction);
            }
        }
    }

    @Test
    @Requirement("ACC-09")
    @Requirement("SEC-03")
    void whoMayNotReadLearnsNotWhetherADocumentIsThere() {
        List<Intruder> strangers =
                List.of(professional(OTHER_DOCTOR), structure(OTHER_LABORATORY), professional("10002223334"));
        for (Intruder stranger : strangers) {
            for (Interaction interaction : all()) {
                if (interaction.namesADocument() || interaction.path().contains("$uuid")) {
                    Intruder.Answer there = ask(stranger, interaction, document);
                    Intruder.Answer nowhere = ask(stranger, interaction, UUID.randomUUID());
                    assertThat(there.status()).as(interaction.toString()).isIn(403, 404);
                    assertThat(there.status()).as(interaction.toString()).isEqualTo(nowhere.status());
                    assertThat(there.body()).as(interaction.toString()).isEqualTo(nowhere.body());
                }
                showsNothing(
                        interaction.path().equals("/Consent")
                                        || interaction.body().equals("$document")
                                ? new Intruder.Answer(200, "", Map.of())
                                : ask(stranger, interaction, document),
                        interaction);
            }
        }
    }

    @Test
    @Requirement("ACC-03")
    void aBlockedDoctorIsRefusedTheSameWayEverywhere() {
        Holder hugo = holder("DURAND-PLANTEE");
        UUID his = deposited(hugo, "Note plantée");
        Intruder browser = signedIn(hugo);
        assertThat(browser.post("/espace/parametres/acces/bloquer", Map.of("rpps", DOCTOR, "nom", "Dr Lefèvre"))
                        .status())
                .isEqualTo(303);
        Intruder doctor = professional(DOCTOR);
        for (String mode : List.of("normal", "bris_de_glace", "centre_15")) {
            doctor.with("X-Mode-Acces", mode).with("X-Mode-Acces-Raison", "urgence");
            for (String path : List.of(
                    "/DocumentReference/" + hugo.fhirId(his),
                    "/DocumentReference/" + hugo.fhirId(UUID.randomUUID()),
                    "/Binary/" + hugo.fhirId(his),
                    "/DocumentReference?patient.identifier=" + hugo.patient(),
                    "/List?patient.identifier=" + hugo.patient())) {
                Intruder.Answer answer = doctor.get("/fhir" + path);
                assertThat(answer.status()).as(mode + path).isEqualTo(403);
                showsNothing(answer, path);
            }
        }
    }

    @Test
    void aDocumentIsReachedThroughItsOwnSpaceOnly() {
        Holder lina = holder("KADRI");
        agreed(lina, DOCTOR);
        Intruder doctor = professional(DOCTOR);
        for (String type : List.of("DocumentReference", "Binary")) {
            Intruder.Answer foreign = doctor.get("/fhir/" + type + "/" + lina.fhirId(document));
            Intruder.Answer unknown = doctor.get("/fhir/" + type + "/" + lina.fhirId(UUID.randomUUID()));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(unknown.body());
        }
    }

    @Test
    void whatIsNotOfferedIsRefusedWhoeverAsks() {
        Intruder doctor = professional(DOCTOR);
        for (String method : List.of("PUT", "DELETE", "PATCH", "POST", "OPTIONS", "TRACE", "PROPFIND")) {
            for (String path : List.of(
                    "/fhir/Patient/x",
                    "/fhir/Binary/x",
                    "/fhir/List",
                    "/fhir/metadata",
                    "/fhir/DocumentReference/" + claire.fhirId(document) + "/$everything",
                    "/fhir/$export",
                    "/fhir/Observation",
                    "/fhir/../espace",
                    "/fhir//metadata",
                    "/fhir/%2e%2e/espace")) {
                Intruder.Answer answer = doctor.send(
                        method, path, BodyPublishers.ofString("{}"), Map.of("Content-Type", "application/fhir+json"));
                assertThat(answer.status()).as(method + " " + path).isBetween(302, 499);
                showsNothing(answer, path);
            }
        }
    }

    /// Nobody of the operator, and no other profession, has a way in: not at the door itself.
    @Test
    @Requirement("ACC-08")
    void anAgentOfTheOperatorHasNoActAtAll() {
        DocumentId id = new DocumentId(document);
        List<Act> acts = List.of(
                new Act.FindSpace(),
                new Act.ListDocuments(),
                new Act.ReadDocument(id),
                new Act.DepositDocuments(Set.of(), Set.of()),
                new Act.ChangeDocument(id),
                new Act.DeleteDocument(id),
                new Act.DeclareConsent(Optional.empty()),
                new Act.ChangeRights(Act.RightsChange.END_CONSENT),
                new Act.PreviewAs(new Rpps("10001234567")),
                new Act.ReadRights(),
                new Act.ReadHistory(),
                new Act.ReadNotices(),
                new Act.CloseSpace(),
                new Act.ReadArchive(Optional.empty()),
                new Act.VerifySpace(),
                new Act.DownloadEverything(Act.DownloadEverything.Step.FETCH),
                new Act.AskErasure(),
                new Act.EraseDocuments(document),
                new MessageAct.ReceiveMessage(Set.of()));
        assertThat(acts.stream().map(Act::getClass).distinct())
                .as("a new act needs its line here")
                .hasSameSizeAs(Act.class.getPermittedSubclasses());
        Caller agent = new Caller.Agent(
                "karim.diallo",
                "Karim DIALLO",
                Set.of("support", "operator", "archivist", "referencing", "admin"),
                "X");
        for (Act act : acts) {
            Outcome<String> outcome = doors.enter(agent, claire.space(), act, visit -> Outcome.done("inside"));
            assertThat(outcome).as(act.code()).isEqualTo(Outcome.refused(Problem.ACCESS_REFUSED));
        }
    }
}

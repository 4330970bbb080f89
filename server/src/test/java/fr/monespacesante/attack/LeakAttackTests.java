package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Mark;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is hidden is hidden whole (ACC-12): a space that hides something answers, to the letter, like a twin space that
/// never had it.
@Requirement("ACC-12")
class LeakAttackTests extends AttackTest {
    private static final Pattern IDS = Pattern.compile(
            "[0-9a-z]{44,52}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + "|_page=[A-Za-z0-9_-]+|\\b2\\.25\\.\\d+");
    private static final Pattern TIMES = Pattern.compile("2\\d{3}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern SPACES = Pattern.compile("Patient/[0-9a-z]{20,26}|\"id\":\"[0-9a-z]{20,26}\"");

    private Holder hiding;
    private Holder twin;
    private UUID hidden;

    @BeforeAll
    void twoSpacesAlikeButForOneHiddenDocument() {
        hiding = holder("MARTIN");
        twin = holder("MARTIN");
        deposited(hiding, "Premier compte rendu");
        deposited(twin, "Premier compte rendu");
        hidden = deposited(hiding, "Ce que personne ne doit voir", Mark.MASQUE_PS);
        for (String title : List.of("Deuxième compte rendu", "Troisième compte rendu", "Quatrième compte rendu")) {
            deposited(hiding, title);
            deposited(twin, title);
        }
        agreed(hiding, DOCTOR);
        agreed(twin, DOCTOR);
    }

    private String plain(Intruder.Answer answer, Holder holder) {
        String text = answer.status() + " " + answer.header("ETag") + " "
                + answer.header("Content-Length").length() + " " + answer.body();
        text = IDS.matcher(text.replace(holder.ins(), "INS")).replaceAll("ID");
        text = SPACES.matcher(text).replaceAll("SPACE");
        return TIMES.matcher(text).replaceAll("TIME");
    }

    private void sameForBoth(Intruder who, String path) {
        String one = plain(who.get(path.replace("$patient", hiding.patient())), hiding);
        String other = plain(who.get(path.replace("$patient", twin.patient())), twin);
        assertThat(one).as(path).isEqualTo(other);
    }

    @Test
    void searchesCountsPagesAndListsAreThoseOfTheTwin() {
        List<String> searches = new ArrayList<>();
        String documents = "/fhir/DocumentReference?patient.identifier=$patient";
        for (String more : List.of(
                "",
                "&_summary=count",
                "&_summary=true",
                "&_summary=text",
                "&_summary=data",
                "&_elements=status,description",
                "&_elements=securityLabel",
                "&_count=0",
                "&_count=1",
                "&_count=2",
                "&_count=4",
                "&_sort=date",
                "&_sort=-date",
                "&_format=xml",
                "&status=current",
                "&status=superseded",
                "&security-label=MASQUE_PS",
                "&security-label=N",
                "&type=http%3A%2F%2Floinc.org%7C11488-4",
                "&type=11488-4",
                "&date=ge2026-01-01",
                "&date=lt2026-01-01",
                "&identifier=urn:uuid:" + hidden,
                "&_id=" + hiding.fhirId(hidden),
                "&description=personne",
                "&description:contains=personne",
                "&unknown=1")) {
            searches.add(documents + more);
        }
        searches.add("/fhir/List?code=submissionset&patient.identifier=$patient");
        searches.add("/fhir/List?code=submissionset&patient.identifier=$patient&_summary=count");
        searches.add("/fhir/List?code=submissionset&patient.identifier=$patient&_sort=date");
        searches.add("/fhir/Patient?identifier=$patient");
        searches.add("/fhir/Consent?patient.identifier=$patient");
        for (Intruder who : List.of(professional(DOCTOR), professional(OTHER_DOCTOR), structure(OTHER_LABORATORY))) {
            searches.forEach(search -> sameForBoth(who, search));
        }
    }

    @Test
    void everyPageLeadsToTheNextAndTheHiddenDocumentIsOnNone() {
        Intruder doctor = professional(DOCTOR);
        List<String> pages = new ArrayList<>();
        for (Holder holder : List.of(hiding, twin)) {
            StringBuilder all = new StringBuilder();
            String next = "/fhir/DocumentReference?_count=1&patient.identifier=" + holder.patient();
            for (int i = 0; i < 10 && !next.isEmpty(); i++) {
                Intruder.Answer answer = doctor.get(next);
                all.append(plain(answer, holder));
                var link = FHIR.newJsonParser()
                        .parseResource(org.hl7.fhir.r4.model.Bundle.class, answer.body())
                        .getLink("next");
                next = link == null ? "" : link.getUrl();
            }
            pages.add(all.toString());
        }
        assertThat(pages.getFirst())
                .isEqualTo(pages.getLast())
                .contains("Premier")
                .doesNotContain("personne ne doit");
    }

    @Test
    @Requirement("ACC-09")
    void theHiddenIdAndARandomIdAreTheSameAnswer() {
        UUID random = UUID.randomUUID();
        for (Intruder who : List.of(professional(DOCTOR), professional(OTHER_DOCTOR), structure(OTHER_LABORATORY))) {
            for (String path : List.of(
                    "DocumentReference/$",
                    "DocumentReference/$/_history",
                    "DocumentReference/$/_history/1",
                    "Binary/$",
                    "DocumentReference/$?_format=xml")) {
                Intruder.Answer one = who.get("/fhir/" + path.replace("$", hiding.fhirId(hidden)));
                Intruder.Answer other = who.get("/fhir/" + path.replace("$", hiding.fhirId(random)));
                assertThat(plain(one, hiding)).as(path).isEqualTo(plain(other, hiding));
                assertThat(one.status()).isIn(403, 404);
            }
            for (String field : List.of("status", "securityLabel")) {
                Intruder.Answer one =
                        patch(who, hiding.fhirId(hidden), "DocumentReference." + field, "\"valueCode\":\"superseded\"");
                Intruder.Answer other =
                        patch(who, hiding.fhirId(random), "DocumentReference." + field, "\"valueCode\":\"superseded\"");
                assertThat(plain(one, hiding)).as(field).isEqualTo(plain(other, hiding));
            }
            Intruder.Answer one = patch(who, hiding.fhirId(hidden), DELETED, "\"valueBoolean\":true");
            Intruder.Answer other = patch(who, hiding.fhirId(random), DELETED, "\"valueBoolean\":true");
            assertThat(plain(one, hiding)).isEqualTo(plain(other, hiding));
        }
    }

    private static final String DELETED =
            "DocumentReference.extension('https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/"
                    + "pdsm-ext-is-deleted')";

    @Test
    void replacingAHiddenDocumentIsRefusedLikeReplacingNone() {
        Intruder doctor = professional(DOCTOR);
        List<String> answers = new ArrayList<>();
        for (UUID replaced : List.of(hidden, UUID.randomUUID())) {
            DocumentReference reference = reference(hiding, "Autre version", "note.txt", "Autre".getBytes(UTF_8));
            reference
                    .addRelatesTo()
                    .setCode(DocumentReference.DocumentRelationshipType.REPLACES)
                    .setTarget(new Reference("DocumentReference/" + hiding.fhirId(replaced)));
            answers.add(plain(deposit(doctor, json(reference)), hiding));
        }
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }

    /// What the patient hides is hidden in all its versions: neither the old nor the new one is there.
    @Test
    @Requirement("DOC-06")
    void aDocumentThatAHiddenOneReplacedIsHiddenToo() {
        Holder replaced = holder("MARTIN");
        UUID old = deposited(replaced, "Version une");
        replace(replaced, old, "Version deux", Mark.MASQUE_PS);
        sameForTheDoctor(replaced, holder("MARTIN"));
    }

    @Test
    @Requirement("DOC-06")
    void aDocumentThatReplacesAHiddenOneIsHiddenToo() {
        Holder replaced = holder("MARTIN");
        UUID old = deposited(replaced, "Version une", Mark.MASQUE_PS);
        replace(replaced, old, "Version deux");
        sameForTheDoctor(replaced, holder("MARTIN"));
    }

    @Test
    @Requirement("DOC-06")
    void hidingADocumentOnItsPageHidesItsOlderVersionsAndShowingItShowsThem() {
        Holder holder = holder("MARTIN");
        UUID old = deposited(holder, "Version une");
        UUID now = replace(holder, old, "Version deux");
        agreed(holder, DOCTOR);
        Intruder browser = signedIn(holder);
        Intruder doctor = professional(DOCTOR);
        for (String change : List.of("masquer", "montrer")) {
            browser.get("/espace/parametres/acces/bloquer");
            String version = change.equals("masquer") ? "1" : "2";
            assertThat(browser.post("/espace/documents/" + now + "/" + change, Map.of("version", version))
                            .status())
                    .isEqualTo(303);
            for (UUID id : List.of(old, now)) {
                assertThat(doctor.get("/fhir/DocumentReference/" + holder.fhirId(id))
                                .status())
                        .as(change)
                        .isEqualTo(change.equals("masquer") ? 404 : 200);
            }
        }
    }

    /// The new version waits for a talk with a doctor: to the patient, the old one is still the one there is.
    @Test
    void aDocumentDoesNotTellThePatientThatOneSheMustNotSeeYetReplacedIt() {
        Holder lina = holder("KADRI");
        UUID old = deposited(lina, "Version une");
        UUID unseen = replace(lina, old, "Annonce zzsecretezz", Mark.INVISIBLE_PATIENT);
        Intruder browser = signedIn(lina);
        assertThat(browser.get("/espace/documents").body())
                .contains("Version une")
                .doesNotContain("zzsecretezz", unseen.toString());
        assertThat(browser.get("/espace/documents/" + old).body())
                .contains("Version une")
                .doesNotContain("zzsecretezz", unseen.toString());
    }

    private void sameForTheDoctor(Holder one, Holder other) {
        agreed(one, DOCTOR);
        agreed(other, DOCTOR);
        Intruder doctor = professional(DOCTOR);
        for (String more : List.of("", "&status=current", "&status=superseded", "&_summary=count")) {
            String path = "/fhir/DocumentReference?patient.identifier=";
            assertThat(plain(doctor.get(path + one.patient() + more), one).replaceAll("\"versionId\":\"\\d+\"", ""))
                    .as(more)
                    .isEqualTo(plain(doctor.get(path + other.patient() + more), other)
                            .replaceAll("\"versionId\":\"\\d+\"", ""));
        }
    }

    private UUID replace(Holder holder, UUID old, String title, Mark... marks) {
        DocumentReference reference = reference(holder, title, "note.txt", ("Note : " + title).getBytes(UTF_8));
        for (Mark mark : marks) {
            mark(reference, mark);
        }
        reference
                .addRelatesTo()
                .setCode(DocumentReference.DocumentRelationshipType.REPLACES)
                .setTarget(new Reference("DocumentReference/" + holder.fhirId(old)));
        reference.setStatus(DocumentReferenceStatus.CURRENT);
        return kept(deposit(LABORATORY, reference));
    }

    /// Who knows a document's number learns no more of it by sending it again.
    @Test
    void sendingAgainWhatIsHiddenShowsNothingOfIt() {
        Holder holder = holder("MARTIN");
        byte[] bytes = "Note secrète".getBytes(UTF_8);
        DocumentReference first = reference(holder, "Titre du premier envoi", "note.txt", bytes);
        mark(first, Mark.MASQUE_PS);
        kept(deposit(LABORATORY, first));
        DocumentReference again = reference(holder, "Titre du second envoi", "note.txt", bytes);
        again.getMasterIdentifier().setValue(first.getMasterIdentifier().getValue());
        agreed(holder, DOCTOR);
        Intruder.Answer same = deposit(professional(DOCTOR), json(again));
        assertThat(same.body() + same.headers()).doesNotContain("premier envoi", "MASQUE_PS");
        assertThat(same.status()).isNotEqualTo(200);
    }

    // the citizen

    @Test
    @Requirement("DOC-06")
    void whatThePatientMustNotSeeYetIsNowhereInHerSpace() {
        Holder lina = holder("KADRI");
        deposited(lina, "Compte rendu ordinaire");
        UUID unseen = deposited(lina, "Annonce zzsecretezz", Mark.INVISIBLE_PATIENT);
        deposited(lina, "Compte rendu suivant");
        Intruder browser = signedIn(lina);
        for (String page : List.of(
                "/espace",
                "/espace/documents",
                "/espace/documents?q=zzsecretezz",
                "/espace/documents?q=annonce",
                "/espace/documents?tri=titre",
                "/espace/documents?vue=chronologie",
                "/espace/documents?auteur=x",
                "/espace/notifications",
                "/espace/historique",
                "/espace/historique.csv",
                "/espace/historique.json",
                "/espace/historique?qui=autres")) {
            Intruder.Answer answer = browser.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body().replaceAll("(value|href)=\"[^\"]*\"", ""))
                    .as(page)
                    .doesNotContain("Annonce zz", unseen.toString());
        }
        assertThat(browser.get("/espace/documents").body()).contains("Compte rendu ordinaire", "Compte rendu suivant");
        assertThat(browser.get("/espace/documents?apres=" + unseen).body()).doesNotContain("Annonce zz");
        UUID random = UUID.randomUUID();
        for (String part : List.of("", "/contenu", "/telecharger", "/corps", "/media/0", "/supprimer")) {
            Intruder.Answer one = browser.get("/espace/documents/" + unseen + part);
            Intruder.Answer other = browser.get("/espace/documents/" + random + part);
            assertThat(one.status()).as(part).isEqualTo(404);
            assertThat(withoutToken(one).replace(unseen.toString(), ""))
                    .as(part)
                    .isEqualTo(withoutToken(other).replace(random.toString(), ""));
        }
        for (String part : List.of("/masquer", "/montrer", "/supprimer")) {
            browser.get("/espace/parametres/acces/bloquer");
            Intruder.Answer one = browser.post("/espace/documents/" + unseen + part, Map.of("version", "1"));
            assertThat(one.status()).as(part).isEqualTo(404);
        }
        long notices = DATABASE.superuser()
                .sql("select count(*) from notification.notice where space_id = :space and not holder_alone")
                .param("space", lina.space().value())
                .query((row, number) -> row.getLong(1))
                .single();
        assertThat(notices).as("one for each document she may see").isEqualTo(2);
        MAILBOX.to(lina.email())
                .forEach(mail -> assertThat(mail.subject() + mail.text())
                        .doesNotContain("Compte rendu", "zzsecretezz", "KADRI"));
    }

    private static String withoutToken(Intruder.Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("challenge&#34;:&#34;[\\w-]+", "");
    }

    // who has an account

    @Test
    @Requirement("AUT-06")
    void theLoginTellsNotWhetherAnAccountExists() {
        Holder lina = holder("KADRI");
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            known.add(timedLogin(lina.login()));
            unknown.add(timedLogin("jamais.vue." + i));
        }
        long most = Math.max(
                known.stream().min(Long::compare).orElseThrow(),
                unknown.stream().min(Long::compare).orElseThrow());
        long least = Math.min(
                known.stream().min(Long::compare).orElseThrow(),
                unknown.stream().min(Long::compare).orElseThrow());
        assertThat(most)
                .as("work for a known and an unknown login: " + known + unknown)
                .isLessThan(3 * least + 50);
        assertThat(login(lina.login())).isEqualTo(login("jamais.vue.encore"));
    }

    private long timedLogin(String login) {
        forgetAttempts();
        Intruder browser = stranger();
        browser.get("/connexion");
        long start = System.nanoTime();
        browser.post("/connexion", Map.of("login", login, "password", "Faux-Mot-De-Passe-1"));
        return (System.nanoTime() - start) / 1_000_000;
    }

    private String login(String login) {
        forgetAttempts();
        Intruder browser = stranger();
        browser.get("/connexion");
        Intruder.Answer answer = browser.post("/connexion", Map.of("login", login, "password", "Faux-Mot-De-Passe-1"));
        return answer.status() + withoutToken(answer).replace(login, "LOGIN");
    }

    @Test
    @Requirement("AUT-06")
    void activationAndTheNewCodeTellNotWhoHasASpace() {
        Holder lina = holder("KADRI");
        String nobody = "2840533063" + "990";
        nobody = nobody + fr.monespacesante.kernel.Ins.keyOf(nobody);
        for (String path : List.of("/activation", "/activation/nouveau-code")) {
            List<String> answers = new ArrayList<>();
            for (String ins : List.of(lina.ins(), nobody)) {
                forgetAttempts();
                Intruder browser = stranger();
                browser.get(path);
                Intruder.Answer answer =
                        browser.post(path, Map.of("ins", ins, "serial", "12345678901", "code", "AAAA-BBBB-CCCC"));
                answers.add(answer.status()
                        + answer.header("Location")
                        + answer.body().replace(ins, "INS").replace(browser.token(), "TOKEN"));
            }
            assertThat(answers.getFirst()).as(path).isEqualTo(answers.getLast());
        }
    }

    @Test
    void aStrangersSearchForAPersonNamesNobody() {
        String nobody = "2840533063" + "991";
        nobody = nobody + fr.monespacesante.kernel.Ins.keyOf(nobody);
        Intruder.Answer answer = professional(OTHER_DOCTOR)
                .send(
                        "POST",
                        "/fhir/DocumentReference/_search",
                        BodyPublishers.ofString("patient.identifier=" + INS + "%7C" + nobody),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.body() + answer.headers()).doesNotContain(nobody);
    }
}

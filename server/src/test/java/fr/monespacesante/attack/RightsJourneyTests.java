package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a citizen decides on the pages is what a professional gets by FHIR, from the next request on.
class RightsJourneyTests extends AttackTest {
    private static final String RIGHTS = "/espace/parametres/acces";
    private static final String NURSE = "10007654321";
    private static final Pattern ROW = Pattern.compile("mes-row__title\">([^<]+)</p>");

    @BeforeAll
    void theDirectoryKnowsThoseWhoSignedIn() {
        for (String rpps : Set.of(DOCTOR, OTHER_DOCTOR, NURSE)) {
            professional(rpps)
                    .get("/fhir/DocumentReference?patient.identifier="
                            + holder("INCONNUE").patient());
        }
    }

    private Intruder.Answer searches(String rpps, Holder holder) {
        return professional(rpps).get("/fhir/DocumentReference?patient.identifier=" + holder.patient());
    }

    private Intruder.Answer sends(Intruder browser, String path, Map<String, String> form) {
        Intruder.Answer answer = browser.post(path, form);
        assertThat(answer.status()).as(path + " " + said(answer)).isEqualTo(303);
        return answer;
    }

    private static String said(Intruder.Answer answer) {
        return Pattern.compile("error-text[^>]*>([^<]+)")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }

    @Test
    @Requirement("ACC-04")
    void theTreatingDoctorIsFoundByNameSeesWhatIsHiddenAndIsWithdrawn() {
        Holder claire = holder("MARTIN");
        UUID hidden = deposited(claire, "Note cachée");
        Intruder browser = signedIn(claire);
        agreed(claire, DOCTOR);
        sends(browser, "/espace/documents/" + hidden + "/masquer", Map.of("version", "1"));
        assertThat(searches(DOCTOR, claire).body()).doesNotContain("Note cachée");

        Intruder.Answer found = browser.get(RIGHTS + "/medecin-traitant?q=lefevre");
        assertThat(found.body()).contains("LEFÈVRE", "RPPS " + DOCTOR, "?rpps=" + DOCTOR);
        assertThat(browser.get(RIGHTS + "/medecin-traitant?rpps=" + DOCTOR).body())
                .contains("LEFÈVRE", "Choisir ce médecin traitant");
        sends(browser, RIGHTS + "/medecin-traitant", Map.of("rpps", DOCTOR));
        assertThat(browser.get(RIGHTS).body()).contains("Votre médecin traitant dans cet espace");
        assertThat(searches(DOCTOR, claire).body()).contains("Note cachée");

        sends(browser, RIGHTS + "/medecin-traitant/retirer", Map.of());
        assertThat(searches(DOCTOR, claire).body()).doesNotContain("Note cachée");
        assertThat(browser.get("/espace/historique?quoi=droits").body())
                .contains("Choix d’un médecin traitant", "Fin du choix du médecin traitant");
    }

    @Test
    @Requirement("ACC-04")
    void aNurseIsNoTreatingDoctorAndWhoWasChosenStaysChosen() {
        Intruder browser = signedIn(holder("MARTIN"));
        Intruder.Answer answer = browser.post(RIGHTS + "/medecin-traitant", Map.of("rpps", NURSE));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Un médecin traitant doit être médecin", "BENALI", NURSE);
        assertThat(browser.post(RIGHTS + "/medecin-traitant", Map.of("rpps", "10009999999", "nom", "Dr Personne"))
                        .body())
                .contains("doit être médecin");
        assertThat(browser.post(RIGHTS + "/medecin-traitant", Map.of()).body())
                .contains("Choisissez d’abord un professionnel");
        assertThat(browser.get(RIGHTS).body()).doesNotContain("Votre médecin traitant dans cet espace");
    }

    @Test
    @Requirement("ACC-03")
    void nobodyBlocksThemselvesAndANamesakeIsSaidToBeOne() {
        Holder sophie = holder("MARCHAND", "Sophie");
        agreed(sophie, OTHER_DOCTOR);
        Intruder browser = signedIn(sophie);
        Intruder.Answer answer = browser.post(RIGHTS + "/bloquer", Map.of("rpps", OTHER_DOCTOR, "nom", "x"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("porte exactement votre nom", "homonyme", OTHER_DOCTOR);
        assertThat(searches(OTHER_DOCTOR, sophie).status()).isEqualTo(200);
        sends(browser, RIGHTS + "/bloquer", Map.of("rpps", OTHER_DOCTOR, "nom", "x", "homonyme", "oui"));
        assertThat(searches(OTHER_DOCTOR, sophie).status()).isEqualTo(403);
        sends(browser, RIGHTS + "/debloquer", Map.of("rpps", OTHER_DOCTOR));
        assertThat(searches(OTHER_DOCTOR, sophie).status()).isEqualTo(403);
    }

    @Test
    @Requirement("ACC-03")
    void whoIsNotInTheDirectoryIsBlockedByNumberAndNameAndThePageAsksForBoth() {
        Intruder browser = signedIn(holder("MARTIN"));
        assertThat(browser.get(RIGHTS + "/bloquer?q=10009999999").body())
                .contains("pas dans l’annuaire", "?rpps=10009999999");
        Intruder.Answer answer = browser.post(RIGHTS + "/bloquer", Map.of("rpps", "10009999999", "nom", " "));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Écrivez le nom du professionnel");
        sends(browser, RIGHTS + "/bloquer", Map.of("rpps", "10009999999", "nom", "Dr Nouvelle VENUE"));
        assertThat(browser.get(RIGHTS).body()).contains("Dr Nouvelle VENUE", "RPPS 10009999999");
    }

    @Test
    @Requirement("ACC-07")
    void aRefusedFeederAddsNothingAndTheReasonIsAskedForAndKept() {
        Holder claire = holder("MARTIN");
        Intruder browser = signedIn(claire);
        Intruder.Answer answer = browser.post(RIGHTS + "/alimentation", Map.of("rpps", DOCTOR, "raison", "  "));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Écrivez votre raison", "LEFÈVRE");
        String tooLong = "trop ".repeat(110);
        assertThat(browser.post(RIGHTS + "/alimentation", Map.of("rpps", DOCTOR, "raison", tooLong))
                        .body())
                .contains("500 caractères au plus", tooLong.strip());

        sends(browser, RIGHTS + "/alimentation", Map.of("rpps", DOCTOR, "raison", "Un désaccord"));
        assertThat(browser.get(RIGHTS).body()).contains("Un désaccord", "LEFÈVRE");
        assertThat(feeds(claire).status()).isEqualTo(403);
        sends(browser, RIGHTS + "/alimentation/accepter", Map.of("rpps", DOCTOR));
        assertThat(feeds(claire).status()).isEqualTo(201);
    }

    private Intruder.Answer feeds(Holder holder) {
        return professional(DOCTOR)
                .send(
                        "POST",
                        "/fhir/DocumentReference",
                        BodyPublishers.ofString(json(reference(holder, "Note", "note.txt", "Note".getBytes(UTF_8)))),
                        Map.of("Content-Type", "application/fhir+json"));
    }

    @Test
    @Requirement("ACC-01")
    void anAgreementEndsAtOnceAndAnotherOnesCannotBeEnded() {
        Holder claire = holder("MARTIN");
        deposited(claire, "Note vue");
        agreed(claire, DOCTOR);
        Intruder browser = signedIn(claire);
        assertThat(searches(DOCTOR, claire).body()).contains("Note vue");
        String page = browser.get(RIGHTS).body();
        assertThat(page).contains("LEFÈVRE", "Pour une consultation");
        var consent = Pattern.compile("name=\"consent\" value=\"([^\"]+)\"").matcher(page);
        assertThat(consent.find()).isTrue();
        Intruder other = signedIn(holder("AUTRE"));
        assertThat(other.post(RIGHTS + "/accord", Map.of("consent", consent.group(1)))
                        .status())
                .isEqualTo(404);
        sends(browser, RIGHTS + "/accord", Map.of("consent", consent.group(1)));
        assertThat(searches(DOCTOR, claire).status()).isEqualTo(403);
    }

    @Test
    @Requirement("ACC-13")
    void aCategoryComesInHiddenFromTheMomentItIsChosen() {
        Holder claire = holder("MARTIN");
        deposited(claire, "Avant");
        agreed(claire, DOCTOR);
        Intruder browser = signedIn(claire);
        String page = browser.get(RIGHTS + "/arrivee").body();
        String category = Pattern.compile("name=\"categorie\" value=\"(\\w+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.equals(
                        fr.monespacesante.kernel.DocumentCategory.of("11488-4").name()))
                .findFirst()
                .orElseThrow();
        sends(browser, RIGHTS + "/arrivee", Map.of("categorie", category));
        deposited(claire, "Après");
        assertThat(searches(DOCTOR, claire).body()).contains("Avant").doesNotContain("Après");
        assertThat(browser.get(RIGHTS + "/arrivee").body()).contains("value=\"" + category + "\" checked");
        sends(browser, RIGHTS + "/arrivee", Map.of());
        deposited(claire, "Encore après");
        assertThat(searches(DOCTOR, claire).body()).contains("Encore après");
    }

    @Test
    @Requirement("ACC-13")
    void aResultWaitsForItsHolderAndNotForTheDoctor() {
        Holder claire = holder("MARTIN");
        agreed(claire, DOCTOR);
        Intruder browser = signedIn(claire);
        for (String days : Set.of("0", "31", "beaucoup", "")) {
            Intruder.Answer wrong = browser.post(RIGHTS + "/delais", Map.of("type", "11488-4", "jours", days));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body()).contains("de 1 à 30", "value=\"11488-4\" selected");
        }
        sends(browser, RIGHTS + "/delais", Map.of("type", "11488-4", "jours", "3"));
        deposited(claire, "Résultat attendu");
        assertThat(searches(DOCTOR, claire).body()).contains("Résultat attendu");
        assertThat(browser.get("/espace/documents").body()).doesNotContain("Résultat attendu");
        assertThat(browser.get("/espace/historique").body()).doesNotContain("Résultat attendu");
        sends(browser, RIGHTS + "/delais/retirer", Map.of("type", "11488-4"));
        assertThat(browser.get("/espace/documents").body()).contains("Résultat attendu");
    }

    @Test
    @Requirement("ACC-10")
    @Requirement("ACC-11")
    void oneDocumentIsHiddenFromOneProfessionalOrShownToOneUntilADate() {
        Holder claire = holder("MARTIN");
        UUID note = deposited(claire, "Note réglée");
        agreed(claire, DOCTOR);
        agreed(claire, OTHER_DOCTOR);
        Intruder browser = signedIn(claire);
        String of = "/espace/documents/" + note;
        assertThat(browser.get(of + "/qui").body())
                .contains("Note réglée", "LEFÈVRE", "MARCHAND", "vous avez donné votre accord pour une consultation");

        Intruder.Answer past =
                browser.post(of + "/pour", Map.of("rpps", DOCTOR, "choix", "masquer", "jusqu-au", "2020-01-31"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("Cette date est passée", "value=\"2020-01-31\"", "LEFÈVRE");
        assertThat(browser.post(of + "/pour", Map.of("rpps", DOCTOR)).body())
                .contains("Choisissez de montrer ou de masquer");

        String tomorrow =
                LocalDate.now(java.time.ZoneId.of("Europe/Paris")).plusDays(1).toString();
        sends(browser, of + "/pour", Map.of("rpps", DOCTOR, "choix", "masquer", "jusqu-au", tomorrow));
        assertThat(searches(DOCTOR, claire).body()).doesNotContain("Note réglée");
        assertThat(searches(OTHER_DOCTOR, claire).body()).contains("Note réglée");
        assertThat(browser.get(of + "/qui").body()).contains("vous lui avez masqué ce document");
        assertThat(browser.get(RIGHTS).body()).contains("Masqué pour", "Note réglée");

        sends(browser, of + "/pour/oublier", Map.of("rpps", DOCTOR));
        assertThat(searches(DOCTOR, claire).body()).contains("Note réglée");

        sends(browser, of + "/masquer", Map.of("version", "1"));
        sends(browser, of + "/pour", Map.of("rpps", OTHER_DOCTOR, "choix", "montrer"));
        assertThat(searches(DOCTOR, claire).body()).doesNotContain("Note réglée");
        assertThat(searches(OTHER_DOCTOR, claire).body()).contains("Note réglée");
        assertThat(browser.get("/espace/historique?document=" + note).body())
                .contains("Document montré à un professionnel", "Document masqué pour un professionnel");
    }

    @Test
    @Requirement("ACC-11")
    @Requirement("ACC-12")
    void thePreviewShowsExactlyWhatTheProfessionalFinds() {
        Holder claire = holder("MARTIN");
        deposited(claire, "Première note");
        UUID second = deposited(claire, "Deuxième note");
        UUID third = deposited(claire, "Troisième note");
        agreed(claire, DOCTOR);
        Intruder browser = signedIn(claire);
        sends(browser, "/espace/documents/" + second + "/masquer", Map.of("version", "1"));
        sends(browser, "/espace/documents/" + third + "/pour", Map.of("rpps", DOCTOR, "choix", "masquer"));
        Intruder.Answer preview = browser.get(RIGHTS + "/voir-comme?rpps=" + DOCTOR);
        assertThat(preview.body()).contains("Aperçu : voici ce que", "LEFÈVRE", "1 document visible");
        Set<String> shown = new TreeSet<>();
        ROW.matcher(preview.body()).results().forEach(row -> shown.add(row.group(1)));
        assertThat(shown).containsExactly("Première note");
        String found = searches(DOCTOR, claire).body();
        assertThat(found).contains("Première note").doesNotContain("Deuxième note", "Troisième note");

        assertThat(browser.get(RIGHTS + "/voir-comme?rpps=" + OTHER_DOCTOR).body())
                .contains("ne voit rien", "Vous ne lui avez pas donné votre accord")
                .doesNotContain("Première note");
        sends(browser, RIGHTS + "/bloquer", Map.of("rpps", DOCTOR, "nom", "x"));
        assertThat(browser.get(RIGHTS + "/voir-comme?rpps=" + DOCTOR).body()).contains("Vous l’avez bloqué");
        assertThat(browser.get("/espace/historique?quoi=droits").body())
                .contains("Aperçu de l’espace comme un professionnel");
    }

    @Test
    @Requirement("ACC-05")
    @Requirement("ACC-06")
    void theBoxesForEmergenciesStayAsTheyWereTicked() {
        Intruder browser = signedIn(holder("MARTIN"));
        assertThat(boxes(browser)).containsExactly("samu", "soignants");
        sends(browser, RIGHTS + "/urgence", Map.of("samu", "oui", "masques", "oui"));
        assertThat(boxes(browser)).containsExactly("masques", "samu");
        sends(browser, RIGHTS + "/urgence", Map.of("masques", "oui"));
        assertThat(boxes(browser)).isEmpty();
    }

    private static Set<String> boxes(Intruder browser) {
        return Pattern.compile("name=\"(soignants|samu|masques)\" value=\"oui\" checked")
                .matcher(browser.get(RIGHTS).body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

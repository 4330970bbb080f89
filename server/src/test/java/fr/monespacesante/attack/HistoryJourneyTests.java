package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Mark;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The history as its reader uses it: found, filtered, kept, and reported.
class HistoryJourneyTests extends AttackTest {
    private static final String HISTORY = "/espace/historique";

    private Intruder.Answer reads(String rpps, Holder holder, UUID document) {
        return professional(rpps).get("/fhir/DocumentReference/" + holder.fhirId(document));
    }

    private static long lines(Intruder.Answer page) {
        return Pattern.compile("mes-history__when")
                .matcher(page.body())
                .results()
                .count();
    }

    @Test
    @Requirement("TRC-02")
    void aLineSaysWhoFromWhereOnWhatByWhatRightAndSinceWhen() {
        Holder claire = holder("MARTIN");
        UUID note = deposited(claire, "Lettre de sortie");
        agreed(claire, DOCTOR);
        reads(DOCTOR, claire, note);
        Intruder browser = signedIn(claire);
        String page = browser.get(HISTORY + "?qui=pro").body();
        assertThat(page)
                .contains("LEFÈVRE", "Médecine Générale", "Cabinet médical des Tilleuls", "RPPS " + DOCTOR)
                .contains("A ouvert un document", "Lettre de sortie", "/espace/documents/" + note)
                .contains("votre accord pour une consultation, donné le");
        assertThat(browser.get(HISTORY + "?qui=logiciels").body()).contains("Logiciel", "A ajouté un document");
    }

    @Test
    @Requirement("TRC-05")
    void aRefusedAttemptIsThereWithItsReason() {
        Holder claire = holder("MARTIN");
        UUID note = deposited(claire, "Lettre");
        assertThat(reads(OTHER_DOCTOR, claire, note).status()).isEqualTo(403);
        Intruder browser = signedIn(claire);
        assertThat(browser.get(HISTORY + "?qui=refus").body())
                .contains("MARCHAND", "Refusé", "vous n’avez pas donné votre accord à ce professionnel");
    }

    @Test
    @Requirement("TRC-02")
    void wordsAreFoundWithoutAccentsInTitlesNamesPlacesAndActs() {
        Holder claire = holder("MARTIN");
        UUID note = deposited(claire, "Échographie du cœur");
        deposited(claire, "Autre chose");
        agreed(claire, DOCTOR);
        reads(DOCTOR, claire, note);
        Intruder browser = signedIn(claire);
        assertThat(browser.get(HISTORY + "?q=echographie+coeur").body())
                .contains("Échographie du cœur")
                .doesNotContain("Autre chose");
        for (String words : new String[] {"lefevre", "tilleuls", DOCTOR, "LEFÈVRE+ouvert"}) {
            assertThat(lines(browser.get(HISTORY + "?q=" + words))).as(words).isPositive();
        }
        assertThat(browser.get(HISTORY + "?q=introuvable").body()).contains("Rien ne correspond");
        assertThat(browser.get(HISTORY + "?document=" + note).body())
                .contains("Seulement ce qui concerne")
                .doesNotContain("Autre chose");
    }

    @Test
    @Requirement("TRC-02")
    void aPeriodThatMakesNoSenseIsSaidAndWhatWasTypedStays() {
        Holder claire = holder("MARTIN");
        deposited(claire, "Lettre");
        Intruder browser = signedIn(claire);
        Intruder.Answer reversed = browser.get(HISTORY + "?du=2026-11-20&au=2026-11-01");
        assertThat(reversed.status()).isEqualTo(422);
        assertThat(reversed.body()).contains("La date de fin vient avant", "2026-11-20", "2026-11-01");
        assertThat(browser.get(HISTORY + "?du=hier").body()).contains("Écrivez une date comme");
        assertThat(lines(browser.get(HISTORY + "?du=2019-01-01&au=2019-12-31"))).isZero();
        assertThat(lines(browser.get(HISTORY + "?du=2020-01-01"))).isPositive();
    }

    @Test
    @Requirement("TRC-02")
    void theFileHoldsTheLinesOfTheFilterAndNoFormula() {
        Holder claire = holder("MARTIN");
        deposited(claire, "=Formule");
        UUID note = deposited(claire, "Lettre");
        agreed(claire, DOCTOR);
        reads(DOCTOR, claire, note);
        Intruder browser = signedIn(claire);
        String all = browser.get(HISTORY + ".csv").body();
        assertThat(all).contains("RPPS", DOCTOR, "\"'=Formule\"", "A ouvert un document");
        assertThat(browser.get(HISTORY + ".csv?qui=pro").body())
                .contains("LEFÈVRE")
                .doesNotContain("A ajouté un document");
    }

    @Test
    @Requirement("TRC-05")
    void theSignedFileIsAPdfAndSignInsAndNewDevicesAreInTheHistory() {
        Holder claire = holder("MARTIN");
        deposited(claire, "Lettre");
        Intruder browser = signedIn(claire);
        long end = System.nanoTime() + 20_000_000_000L;
        while (!browser.get(HISTORY + "?quoi=connexion").body().contains("Connexion depuis un nouvel appareil")) {
            assertThat(System.nanoTime()).as("waited in vain for the sign-in").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        Intruder.Answer file = browser.get(HISTORY + ".pdf?qui=logiciels");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).contains("historique.pdf");
        assertThat(file.body()).startsWith("%PDF-").contains("ETSI.CAdES.detached");
    }

    @Test
    @Requirement("TRC-02")
    @Requirement("ACC-12")
    void whatTheHolderMayNotKnowOfIsInNoLineAndNoFile() {
        Holder claire = holder("MARTIN");
        UUID kept = deposited(claire, "Annonce à venir", Mark.INVISIBLE_PATIENT);
        agreed(claire, DOCTOR);
        reads(DOCTOR, claire, kept);
        Intruder browser = signedIn(claire);
        for (String part : new String[] {"", ".csv", "?q=annonce", "?document=" + kept}) {
            assertThat(browser.get(HISTORY + part).body())
                    .as(part)
                    .doesNotContain("Annonce à venir", "/espace/documents/" + kept);
        }
    }

    @Test
    @Requirement("TRC-05")
    void anAccessIsReportedOnceWithWordsThatStayAndTheLineSaysWhatBecomesOfIt() {
        Holder claire = holder("MARTIN");
        UUID note = deposited(claire, "Lettre");
        reads(OTHER_DOCTOR, claire, note);
        Intruder browser = signedIn(claire);
        Matcher link = Pattern.compile("href=\"(" + HISTORY + "/[0-9a-f-]{36}/signaler)\"")
                .matcher(browser.get(HISTORY + "?qui=pro").body());
        assertThat(link.find()).isTrue();
        String address = link.group(1);
        assertThat(browser.get(address).body()).contains("MARCHAND", "Signaler cet accès");
        String tooLong = "étonnant ".repeat(130);
        Intruder.Answer refused = browser.post(address, Map.of("mots", tooLong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("1 000 caractères au plus", tooLong.strip());

        Intruder other = signedIn(holder("AUTRE"));
        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.post(address, Map.of("mots", "x")).status()).isEqualTo(404);

        assertThat(browser.post(address, Map.of("mots", "Je ne connais pas ce médecin"))
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(HISTORY + "?qui=pro").body()).contains("Signalé le", "en attente d’examen");
        assertThat(browser.post(address, Map.of("mots", "encore")).status()).isEqualTo(303);
        assertThat(browser.get(HISTORY).body()).contains("déjà signalé");
    }

    @Test
    @Requirement("TRC-05")
    void herOwnLinesCannotBeReported() {
        Holder claire = holder("MARTIN");
        Intruder browser = signedIn(claire);
        browser.get(HISTORY);
        assertThat(browser.get(HISTORY + "?qui=moi").body()).contains("Vous").doesNotContain("Signaler cet accès de");
    }
}

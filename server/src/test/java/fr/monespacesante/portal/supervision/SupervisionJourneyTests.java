package fr.monespacesante.portal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From what happens in spaces to what an operator and a citizen read.
class SupervisionJourneyTests extends SupervisionTest {
    private static final String PAGE = "/agent/supervision";
    private static final Pattern ALERT = Pattern.compile("/agent/supervision/alertes/([0-9a-f-]{36})");

    private static String alertOf(TestBrowser agent, String name) {
        String body = agent.get(PAGE + "?etat=OPEN").body();
        Matcher alert = ALERT.matcher(body);
        while (alert.find()) {
            String address = alert.group();
            if (agent.get(address).body().contains(name)) {
                return address;
            }
        }
        throw new AssertionError("no alert names " + name);
    }

    private static Map<String, String> rule(TestBrowser agent, String code, String threshold, String minutes) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(agent.get(PAGE + "/regles/" + code).body());
        assertThat(version.find()).isTrue();
        return Map.of("active", "oui", "seuil", threshold, "minutes", minutes, "version", version.group(1));
    }

    @Test
    @Requirement("SUV-01")
    void manyEmergenciesBecomeAnAlertThatIsAcknowledgedClosedAndTraced() {
        TestBrowser camille = agent("camille.mercier");
        HttpResponse<String> changed =
                camille.post(PAGE + "/regles/EMERGENCIES", rule(camille, "EMERGENCIES", "3", "1440"));
        assertThat(changed.statusCode()).isEqualTo(303);
        for (int i = 0; i < 3; i++) {
            emergency(holder(), "10009990001", "Dr Urgence SUPERVISEE");
        }
        watch.evaluate();
        String alert = alertOf(camille, "Dr Urgence SUPERVISEE");
        assertThat(camille.get(alert).body())
                .contains(
                        "Patients différents en accès d’urgence",
                        "3 pour un seuil de 3, en 1 jour",
                        "Centre hospitalier")
                .doesNotContain("Patiente", "PLANTEE", "inconscient");
        assertThat(camille.post(alert + "/prendre", Map.of()).statusCode()).isEqualTo(303);
        assertThat(camille.get(alert).body()).contains("Prise en charge par Camille MERCIER");
        HttpResponse<String> bare = camille.post(alert + "/cloturer", Map.of("commentaire", " "));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("Écrivez ce qui a été conclu.");
        assertThat(camille.post(alert + "/cloturer", Map.of("commentaire", "Afflux aux urgences, vérifié."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(camille.get(alert).body()).contains("Clôturée", "Afflux aux urgences, vérifié.");
        assertThat(camille.post(alert + "/prendre", Map.of()).statusCode()).isEqualTo(303);
        assertThat(camille.get(alert).body()).contains("quelqu’un d’autre s’en est occupé");
        assertThat(camille.get(PAGE + "/journal").body())
                .contains(
                        "Camille MERCIER",
                        "Alerte lue",
                        "Alerte prise en charge",
                        "Alerte clôturée",
                        "Seuil modifié",
                        "threshold 5 → 3");
        camille.post(PAGE + "/regles/EMERGENCIES", rule(camille, "EMERGENCIES", "5", "1440"));
    }

    @Test
    @Requirement("TRC-05")
    void anAccessIsReportedExaminedAnsweredAndTheCitizenReadsTheAnswer() {
        var patient = holder();
        emergency(patient, "10009990002", "Dr Inconnue SIGNALEE");
        UUID id = reported(patient, "Je n’étais pas à l’hôpital ce jour-là.");
        TestBrowser camille = agent("camille.mercier");
        String page = PAGE + "/signalements/" + id;
        assertThat(camille.get(PAGE + "/signalements?etat=RECEIVED").body()).contains(page);
        assertThat(camille.get(page).body())
                .contains("Dr Inconnue SIGNALEE", "Je n’étais pas à l’hôpital ce jour-là.")
                .doesNotContain(
                        "Patiente", "PLANTEE", "inconscient", patient.space().toString());
        camille.post(page + "/examiner", Map.of());
        HttpResponse<String> nothing = camille.post(page + "/repondre", Map.of("texte", "", "type", ""));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Dites si le signalement est fondé.", "Choisissez une réponse type");
        assertThat(camille.post(page + "/repondre", Map.of("fonde", "oui", "type", "USUAL_UNJUSTIFIED", "texte", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(camille.get(page).body()).contains("Fondé", "n’était pas justifié", "Réponse de Camille MERCIER");
        assertThat(cases.of(patient.space()).getFirst().answer())
                .hasValueSatisfying(reply -> assertThat(reply.text()).contains("n’était pas justifié"));
        assertThat(citizen(patient).get("/espace/notifications").body())
                .contains("Réponse à votre signalement d’un accès");
    }

    @Test
    @Requirement("SUV-01")
    void aSenselessThresholdIsRefusedAndWhatWasTypedIsKept() {
        TestBrowser camille = agent("camille.mercier");
        HttpResponse<String> zero = camille.post(PAGE + "/regles/NIGHT", rule(camille, "NIGHT", "0", "60"));
        assertThat(zero.statusCode()).isEqualTo(422);
        assertThat(zero.body()).contains("Le seuil est un nombre de 1 à 100", "value=\"60\"");
        HttpResponse<String> long_ = camille.post(PAGE + "/regles/NIGHT", rule(camille, "NIGHT", "15", "99999"));
        assertThat(long_.body()).contains("La durée est un nombre");
        Map<String, String> wrong = new java.util.HashMap<>(rule(camille, "PATIENTS", "40", "60"));
        wrong.put("professions", "pharmacien : 80");
        assertThat(camille.post(PAGE + "/regles/PATIENTS", wrong).body()).contains("Écrivez une profession par ligne");
        assertThat(camille.get(PAGE + "/regles/NOTHING").statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement("SUV-01")
    @Requirement("AUT-05")
    void anAgentOfAnotherRoleComesToNoneOfIt() {
        TestBrowser karim = agent("karim.diallo");
        assertThat(karim.get("/agent").statusCode()).isEqualTo(200);
        assertThat(karim.get("/agent").body()).doesNotContain(PAGE);
        for (String path : new String[] {"", "/signalements", "/regles", "/regles/NIGHT", "/journal"}) {
            assertThat(karim.get(PAGE + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(agent("camille.mercier").get("/agent").body()).contains(PAGE);
    }
}

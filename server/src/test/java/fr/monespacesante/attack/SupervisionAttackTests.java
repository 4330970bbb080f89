package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestSignIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The pages of supervision × everybody but an agent with that role, and forms from another site.
@Requirement("SEC-04")
@Requirement("SUV-01")
class SupervisionAttackTests extends AttackTest {
    private static final String PAGE = "/agent/supervision";
    private static final String ID = "0199c1a1-0000-7000-8000-00000000c1a1";
    private static final List<String> READS = List.of(
            PAGE,
            PAGE + "/alertes/" + ID,
            PAGE + "/signalements",
            PAGE + "/signalements/" + ID,
            PAGE + "/regles",
            PAGE + "/regles/NIGHT",
            PAGE + "/journal");
    private static final Map<String, Map<String, String>> FORMS = Map.of(
            PAGE + "/alertes/" + ID + "/prendre", Map.of(),
            PAGE + "/alertes/" + ID + "/cloturer", Map.of("commentaire", "Vu"),
            PAGE + "/signalements/" + ID + "/examiner", Map.of(),
            PAGE + "/signalements/" + ID + "/repondre", Map.of("fonde", "oui", "texte", "Fait"),
            PAGE + "/regles/NIGHT", Map.of("seuil", "99999", "minutes", "1", "version", "1"));

    private Holder claire;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
    }

    @BeforeAll
    void aCitizen() {
        TestSignIn.allow(WORLD, origin());
        claire = holder("MARTIN");
    }

    private Intruder signedIn(String path, String person) {
        Intruder browser = stranger();
        Intruder.Answer back = browser.get(TestSignIn.chosen(browser.get(path).header("Location"), person));
        assertThat(back.status()).isIn(302, 303);
        return browser;
    }

    private Intruder agent(String key) {
        Intruder browser = signedIn("/agent/connexion/avec/proconnect", key);
        assertThat(browser.get("/agent").status()).isEqualTo(200);
        return browser;
    }

    private static long changes() {
        return DATABASE.superuser()
                .sql("select threshold from supervision.rule where code = 'NIGHT'")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Test
    void nobodyButTheirAgentsComesToThem() {
        List<Intruder> others = List.of(
                stranger(),
                signedIn(claire),
                professional(DOCTOR),
                structure(LABORATORY).with("Accept", "text/html"),
                signedIn("/pro/connexion/avec/psc", DOCTOR),
                agent("karim.diallo"),
                agent("thomas.girard"),
                stranger().with("X-Remote-User", "camille.mercier"));
        for (Intruder who : others) {
            for (String path : READS) {
                turnedAway(who.get(path), path);
            }
            FORMS.forEach((path, form) -> turnedAway(who.post(path, form), path));
        }
        assertThat(changes()).isEqualTo(15);
    }

    private static void turnedAway(Intruder.Answer answer, String path) {
        boolean toLogin = answer.status() == 302 && answer.header("Location").contains("/connexion");
        assertThat(toLogin || answer.status() == 403)
                .as(path + " was answered with " + answer.status())
                .isTrue();
        assertThat(answer.body()).doesNotContain("Supervision", "Seuil");
    }

    @Test
    void noFormWorksFromAnotherSite() {
        Intruder camille = agent("camille.mercier");
        String foreign = agent("karim.diallo").token();
        FORMS.forEach((path, form) -> {
            for (String token : List.of("", "wrong", foreign)) {
                Map<String, String> all = new java.util.HashMap<>(form);
                if (!token.isEmpty()) {
                    all.put("_csrf", token);
                }
                assertThat(camille.bare(path, all).status()).as(path).isEqualTo(403);
            }
        });
        assertThat(changes()).isEqualTo(15);
    }

    @Test
    void whatIsNotThereIsNotFoundAndNothingForeignMayRun() {
        Intruder camille = agent("camille.mercier");
        for (String path :
                List.of("/alertes/" + ID, "/signalements/" + ID, "/alertes/" + UUID.randomUUID(), "/regles/NOTHING")) {
            assertThat(camille.get(PAGE + path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of(
                "/alertes/------------------------------------", "/alertes/1%20or%201=1", "/signalements/%00")) {
            assertThat(camille.get(PAGE + path).status()).as(path).isIn(400, 404);
        }
        for (String query : List.of("?etat='--", "?regle=%00", "?apres=x", "?apres=" + ID, "?etat=OPEN&etat=CLOSED")) {
            Intruder.Answer answer = camille.get(PAGE + query);
            assertThat(answer.status()).as(query).isEqualTo(200);
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
        assertThat(camille.get(PAGE + "/journal?apres=999999999999999999999").status())
                .isEqualTo(200);
    }
}

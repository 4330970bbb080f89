package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestSignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The pages of the campaigns × everybody but an operator.
@Requirement("SEC-04")
@Requirement("ENR-16")
class CampaignAttackTests extends AttackTest {
    private static final String PAGE = "/agent/campagnes";
    private static final String ID = "0199c1a1-0000-7000-8000-00000000c1a1";
    private static final List<String> READS =
            List.of(PAGE, PAGE + "/fichiers", PAGE + "/fichiers/" + ID, PAGE + "/fichiers/" + ID + "/rapport");

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
        browser.get(TestSignIn.chosen(browser.get(path).header("Location"), person));
        return browser;
    }

    private Intruder agent(String key) {
        Intruder browser = signedIn("/agent/connexion/avec/proconnect", key);
        assertThat(browser.get("/agent").status()).isEqualTo(200);
        return browser;
    }

    private static long files() throws IOException {
        Files.createDirectories(HOME.resolve("campaigns"));
        try (var found = Files.list(HOME.resolve("campaigns"))) {
            return found.count();
        }
    }

    @Test
    void nobodyButAnOperatorComesToThemOrSendsAFile() throws IOException {
        List<Intruder> others = List.of(
                stranger(),
                signedIn(claire),
                professional(DOCTOR),
                signedIn("/pro/connexion/avec/psc", DOCTOR),
                agent("karim.diallo"),
                agent("camille.mercier"));
        long before = files();
        for (Intruder who : others) {
            for (String path : READS) {
                turnedAway(who.get(path), path);
            }
            turnedAway(who.post(PAGE + "/fichiers", Map.of("fichier", "ins")), PAGE);
        }
        assertThat(files()).isEqualTo(before);
    }

    private static void turnedAway(Intruder.Answer answer, String path) {
        boolean toLogin = answer.status() == 302 && answer.header("Location").contains("/connexion");
        assertThat(toLogin || answer.status() == 403)
                .as(path + " was answered with " + answer.status())
                .isTrue();
        assertThat(answer.body()).doesNotContain("Campagnes");
    }

    @Test
    void whatIsNotThereIsNotFoundAndStrangeChoicesShowEverything() {
        Intruder operator = agent("elodie.perrin");
        assertThat(operator.get(PAGE + "/fichiers/" + ID).status()).isEqualTo(404);
        assertThat(operator.get(PAGE + "/fichiers/" + ID + "/rapport").status()).isEqualTo(404);
        assertThat(operator.get(PAGE + "/fichiers/..%2F..%2Fkeys/rapport").status())
                .isIn(400, 404);
        for (String query : List.of("?departement='--", "?departement=%00", "?departement=31&departement=44")) {
            assertThat(operator.get(PAGE + query).status()).as(query).isEqualTo(200);
        }
        assertThat(operator.bare(PAGE + "/fichiers", Map.of("fichier", "x")).status())
                .isEqualTo(403);
    }
}

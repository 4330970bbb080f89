package fr.monespacesante.portal.pro;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestSignIn;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Professionals and agents come in with their provider of identity, and with nothing else.
@Requirement("AUT-04")
class SignInJourneyTests extends ProTest {
    private static final String START = "/pro/connexion/avec/psc";

    @Test
    void aDoctorComesInWithProSanteConnect() {
        TestBrowser browser = professional(LEFEVRE);
        HttpResponse<String> home = browser.get("/pro");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Dr Antoine LEFÈVRE", "Cabinet médical des Tilleuls", "Espace professionnel");
        assertThat(home.body()).doesNotContain("Changer de lieu");
    }

    @Test
    void theRequestCarriesStateNonceAndChallenge() {
        assertThat(sent(browser(), START))
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "response_type=code")
                .contains("scope=openid%20scope_all", "acr_values=eidas1");
    }

    @Test
    void aWrongStateOpensNothing() {
        TestBrowser browser = browser();
        String back = TestSignIn.chosen(sent(browser, START), LEFEVRE);
        assertThat(location(browser.get(back.replaceFirst("state=[^&]*", "state=autre"))))
                .isEqualTo("/pro/connexion?echec");
        assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
        assertThat(browser.get("/pro/connexion?echec").body()).contains("La connexion n’a pas abouti");
    }

    @Test
    void aWrongNonceOpensNothing() {
        TestBrowser browser = browser();
        String request = sent(browser, START).replaceFirst("nonce=[^&]*", "nonce=autre");
        assertThat(location(browser.get(TestSignIn.chosen(request, LEFEVRE)))).isEqualTo("/pro/connexion?echec");
        assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerOfAnotherBrowserOrASecondTimeOpensNothing() {
        TestBrowser browser = browser();
        String back = TestSignIn.chosen(sent(browser, START), LEFEVRE);
        TestBrowser thief = browser();
        thief.get("/pro/connexion");
        assertThat(location(thief.get(back))).isEqualTo("/pro/connexion?echec");
        assertThat(location(browser.get(back))).isEqualTo("/pro");
        assertThat(location(browser().get(back))).isEqualTo("/pro/connexion?echec");
    }

    @Test
    void whoCancelsIsToldHowToStartAgain() {
        TestBrowser browser = browser();
        assertThat(location(browser.get(TestSignIn.chosen(sent(browser, START), ""))))
                .isEqualTo("/pro/connexion?echec");
    }

    @Test
    @Requirement("AUT-07")
    void theSessionIsANewOneAndEndsAtTheLogOutHereAndThere() {
        TestBrowser browser = browser();
        String request = sent(browser, START);
        String before = browser.cookie("mes_pro").orElseThrow();
        browser.get(TestSignIn.chosen(request, LEFEVRE));
        String after = browser.cookie("mes_pro").orElseThrow();
        assertThat(after).isNotEqualTo(before);
        browser.get("/pro");
        HttpResponse<String> out = browser.post("/pro/deconnexion", Map.of());
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.body()).contains("Vous êtes déconnecté");
        assertThat(out.headers().firstValue("Refresh").orElse(""))
                .contains(WORLD.url() + "/psc/logout", "id_token_hint=", "post_logout_redirect_uri=")
                .contains("%2Fpro%2Fau-revoir");
        assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
        assertThat(DATABASE.superuser()
                        .sql("select count(*) from identity.spring_session where session_id = :id")
                        .param(
                                "id",
                                new String(
                                        java.util.Base64.getDecoder().decode(after),
                                        java.nio.charset.StandardCharsets.UTF_8))
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void aLogOutWithoutTheFormsTokenIsRefused() {
        TestBrowser browser = professional(LEFEVRE);
        assertThat(browser.post("/pro/deconnexion", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
    }

    @Test
    void aDoctorOfTwoPlacesSaysForWhichOneFirst() {
        TestBrowser browser = professional(CARON);
        assertThat(location(browser.get("/pro"))).isEqualTo("/pro/lieu");
        assertThat(location(browser.get("/pro/patient/nouveau"))).isEqualTo("/pro/lieu");
        assertThat(browser.get("/pro/lieu").body())
                .contains("Cabinet médical des Tilleuls", "Centre hospitalier de la Garonne");
        HttpResponse<String> nothing = browser.post("/pro/lieu", Map.of("lieu", "7"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choisissez un lieu d’exercice.");
        assertThat(location(browser.post("/pro/lieu", Map.of("lieu", "1")))).isEqualTo("/pro");
        assertThat(browser.get("/pro").body()).contains("Centre hospitalier de la Garonne", "Changer de lieu");
        browser.get("/pro/lieu");
        browser.post("/pro/lieu", Map.of("lieu", "0"));
        assertThat(browser.get("/pro").body()).contains("Cabinet médical des Tilleuls");
    }

    @Test
    @Requirement("AUT-05")
    void anAgentComesInByRoleAndToNothingElse() {
        TestBrowser browser = browser();
        String back = TestSignIn.chosen(sent(browser, "/agent/connexion/avec/proconnect"), "camille.mercier");
        assertThat(location(browser.get(back))).isEqualTo("/agent");
        assertThat(browser.get("/agent").body()).contains("Camille MERCIER", "supervision");
        assertThat(location(browser.get("/pro"))).isEqualTo("/pro/connexion");
        assertThat(location(browser.get("/espace"))).endsWith("/connexion");
        HttpResponse<String> out = browser.post("/agent/deconnexion", Map.of());
        assertThat(out.headers().firstValue("Refresh").orElse("")).contains("/proconnect/logout");
        assertThat(location(browser.get("/agent"))).isEqualTo("/agent/connexion");
    }

    @Test
    void noDoorOpensAnother() {
        TestBrowser doctor = professional(LEFEVRE);
        assertThat(location(doctor.get("/agent"))).isEqualTo("/agent/connexion");
        assertThat(location(doctor.get("/espace"))).endsWith("/connexion");
        TestBrowser agent = browser();
        agent.get(TestSignIn.chosen(sent(agent, "/agent/connexion/avec/proconnect"), "karim.diallo"));
        assertThat(agent.get("/agent").statusCode()).isEqualTo(200);
        String value = agent.cookie("mes_agent").orElseThrow();
        HttpResponse<String> forged = send("/pro", "mes_pro=" + value);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(send("/espace", "mes_session=" + doctor.cookie("mes_pro").orElseThrow())
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> send(String path, String cookie) {
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(java.net.URI.create(origin() + path))
                                    .header("Cookie", cookie)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

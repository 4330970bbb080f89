package fr.monespacesante.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The providers seen by a real client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdTests {
    private static final String CLIENT = "mon-espace-sante";
    private static final String SECRET = "mon-espace-sante-sandbox-secret";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String ANTOINE = "10001234567";
    private static final String CLAIRE = "284053155512379";

    private final RunningSandbox sandbox = RunningSandbox.start();
    private final Browser browser = Browser.at(sandbox.url());

    @BeforeAll
    void register() {
        sandbox.allow(CLIENT, "http://localhost:9/back", "http://localhost:9/");
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void aDoctorSignsInAndIsDescribedAsProSanteConnectDoes() throws Exception {
        HttpResponse<String> page = browser.get("/psc/authorize?" + Browser.query(request("psc")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Dr Antoine LEFÈVRE", "value=\"" + ANTOINE + "\"");

        Map<String, Object> tokens = signIn("psc", ANTOINE);
        JWTClaimsSet identity = verified("psc", tokens.get("id_token"));
        assertThat(identity.getIssuer()).isEqualTo(sandbox.url() + "/psc");
        assertThat(identity.getAudience()).containsExactly(CLIENT);
        assertThat(identity.getStringClaim("nonce")).isEqualTo("some-nonce");
        assertThat(identity.getStringClaim("acr")).isEqualTo("eidas1");

        JWTClaimsSet access = verified("psc", tokens.get("access_token"));
        assertThat(access.getStringClaim("azp")).isEqualTo(CLIENT);
        assertThat(access.getStringClaim("SubjectNameID")).isEqualTo("8" + ANTOINE);
        assertThat(access.getExpirationTime().toInstant())
                .isBetween(Instant.now().plusSeconds(240), Instant.now().plusSeconds(310));

        HttpResponse<String> info = browser.get("/psc/userinfo", String.valueOf(tokens.get("access_token")));
        assertThat(Browser.object(info))
                .containsEntry("sub", identity.getSubject())
                .containsEntry("SubjectNameID", "810001234567")
                .containsEntry("SubjectRole", List.of("10^1.2.250.1.213.1.1.5.5"))
                .containsEntry("Secteur_Activite", "SA07^1.2.250.1.71.4.2.4")
                .containsEntry("SubjectOrganizationID", "1310012345");
        assertThat(info.body()).contains("\"codeSavoirFaire\":\"SM26\"", "\"numeroFinessSite\":\"310012345\"");
    }

    @Test
    void aDoctorWithTwoPlacesOfWorkSaysNotWhichOne() throws Exception {
        String token = sandbox.professionalToken("10004445556", CLIENT, Duration.ofMinutes(5));
        HttpResponse<String> info = browser.get("/psc/userinfo", token);
        assertThat(Browser.object(info)).containsEntry("SubjectOrganizationID", "");
        assertThat(info.body())
                .contains("\"ancienIdentifiantDeLaStructure\":\"1310012345\"")
                .contains("\"ancienIdentifiantDeLaStructure\":\"1310055555\"");
    }

    @Test
    void franceConnectGivesTheTraitsAskedForInASignedAnswer() throws Exception {
        Map<String, Object> tokens = signIn("franceconnect", CLAIRE);
        HttpResponse<String> info = browser.get("/franceconnect/userinfo", String.valueOf(tokens.get("access_token")));
        assertThat(info.headers().firstValue("Content-Type")).hasValue("application/jwt");
        JWTClaimsSet claims = verified("franceconnect", info.body());
        assertThat(claims.getStringClaim("given_name")).isEqualTo("Claire Sophie Marie");
        assertThat(claims.getStringClaim("family_name")).isEqualTo("DURAND");
        assertThat(claims.getStringClaim("birthdate")).isEqualTo("1984-05-12");
        assertThat(claims.getStringClaim("gender")).isEqualTo("female");
        assertThat(claims.getStringClaim("birthplace")).isEqualTo("31555");
        assertThat(claims.getStringClaim("birthcountry")).isEqualTo("99100");
        assertThat(claims.getClaim("email")).as("not asked for").isNull();
        assertThat(claims.getSubject()).doesNotContain(CLAIRE);
    }

    @Test
    void franceConnectPlusStatesAHigherLevelAndAnotherSubject() throws Exception {
        JWTClaimsSet low =
                verified("franceconnect", signIn("franceconnect", CLAIRE).get("id_token"));
        JWTClaimsSet high = verified(
                "franceconnect-plus", signIn("franceconnect-plus", CLAIRE).get("id_token"));
        assertThat(low.getStringClaim("acr")).isEqualTo("eidas1");
        assertThat(high.getStringClaim("acr")).isEqualTo("eidas2");
        assertThat(high.getSubject()).isNotEqualTo(low.getSubject());
    }

    @Test
    void franceConnectWantsStateAndNonce() throws Exception {
        Map<String, String> request = request("franceconnect");
        request.remove("nonce");
        HttpResponse<String> answer = browser.get("/franceconnect/authorize?" + Browser.query(request));
        assertThat(Browser.sentTo(answer))
                .containsEntry("error", "invalid_request")
                .containsEntry("state", "st&té");
    }

    @Test
    void anAgentComesWithRoles() throws Exception {
        Map<String, Object> tokens = signIn("proconnect", "karim.diallo");
        assertThat(verified("proconnect", tokens.get("id_token")).getStringListClaim("roles"))
                .containsExactly("support");
    }

    @Test
    void anAddressThatIsNotRegisteredIsSentNowhere() throws Exception {
        for (String wrong :
                List.of("http://localhost:9/back/", "http://localhost:9/back?x=1", "http://evil.test/", "")) {
            Map<String, String> request = request("psc");
            request.put("redirect_uri", wrong);
            assertThat(browser.get("/psc/authorize?" + Browser.query(request)).statusCode())
                    .isEqualTo(400);
            request.put("person", ANTOINE);
            assertThat(browser.post("/psc/authorize", request).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aCodeServesOnceAndASecondUseKillsTheToken() throws Exception {
        String code = code("psc", ANTOINE);
        Map<String, Object> tokens = Browser.object(exchange("psc", code, Map.of()));
        String access = String.valueOf(tokens.get("access_token"));
        assertThat(browser.get("/psc/userinfo", access).statusCode()).isEqualTo(200);

        HttpResponse<String> second = exchange("psc", code, Map.of());
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(Browser.object(second)).containsEntry("error", "invalid_grant");
        assertThat(browser.get("/psc/userinfo", access).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongVerifierGetsNothingAndSpendsTheCode() throws Exception {
        String code = code("psc", ANTOINE);
        HttpResponse<String> wrong = exchange("psc", code, Map.of("code_verifier", VERIFIER + "x"));
        assertThat(Browser.object(wrong)).containsEntry("error", "invalid_grant");
        assertThat(exchange("psc", code, Map.of()).statusCode()).isEqualTo(400);
        assertThat(exchange("psc", code("psc", ANTOINE), Map.of("code_verifier", ""))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theAddressOfTheRequestIsTheOneOfTheExchange() throws Exception {
        sandbox.allow(CLIENT, "http://localhost:9/other", "http://localhost:9/");
        HttpResponse<String> answer =
                exchange("psc", code("psc", ANTOINE), Map.of("redirect_uri", "http://localhost:9/other"));
        assertThat(Browser.object(answer)).containsEntry("error", "invalid_grant");
    }

    @Test
    void aClientMustKnowItsSecretByFormOrBasic() throws Exception {
        HttpResponse<String> wrong = exchange("psc", code("psc", ANTOINE), Map.of("client_secret", "guess"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Browser.object(wrong)).containsEntry("error", "invalid_client");

        Map<String, String> form = exchangeForm(code("psc", ANTOINE));
        form.remove("client_id");
        form.remove("client_secret");
        assertThat(browser.post("/psc/token", form, CLIENT, SECRET).statusCode())
                .isEqualTo(200);
        assertThat(browser.post("/psc/token", form, CLIENT, "guess").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCodeOrTokenOfOneProviderIsWorthNothingAtAnother() throws Exception {
        assertThat(exchange("proconnect", code("psc", ANTOINE), Map.of()).statusCode())
                .isEqualTo(400);
        String token = sandbox.professionalToken(ANTOINE, CLIENT, Duration.ofMinutes(5));
        assertThat(browser.get("/proconnect/userinfo", token).statusCode()).isEqualTo(401);
        assertThat(Browser.object(browser.get("/psc/jwks")))
                .isNotEqualTo(Browser.object(browser.get("/proconnect/jwks")));
    }

    @Test
    void whoCancelsIsSentBackWithoutACode() throws Exception {
        Map<String, String> request = request("psc");
        request.put("cancel", "1");
        HttpResponse<String> answer = browser.post("/psc/authorize", request);
        assertThat(Browser.sentTo(answer))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void aChildHasNoFranceConnectAccount() throws Exception {
        Map<String, String> request = request("franceconnect");
        request.put("person", "116063155530101");
        assertThat(Browser.sentTo(browser.post("/franceconnect/authorize", request)))
                .containsKey("error");
    }

    @Test
    void discoveryNamesAddressesThatAnswer() throws Exception {
        Map<String, Object> wallet = Browser.object(browser.get("/psc/.well-known/wallet-openid-configuration"));
        assertThat(wallet)
                .isEqualTo(Browser.object(browser.get("/psc/.well-known/openid-configuration")))
                .containsEntry("issuer", sandbox.url() + "/psc")
                .containsEntry("jwks_uri", sandbox.url() + "/psc/jwks");
        for (String slug : List.of("franceconnect", "franceconnect-plus", "proconnect")) {
            assertThat(browser.get("/" + slug + "/.well-known/openid-configuration")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theSandboxHandsOutATokenForSoftwareExpiredToOrder() throws Exception {
        HttpResponse<String> answer =
                browser.post("/psc/sandbox/token?person=" + ANTOINE + "&client=logicabinet&expires_in=-60", Map.of());
        JWTClaimsSet access = verified("psc", Browser.object(answer).get("access_token"));
        assertThat(access.getAudience()).containsExactly("logicabinet");
        assertThat(access.getExpirationTime().toInstant()).isBefore(Instant.now());
        assertThat(access.getIssueTime()).isBefore(access.getExpirationTime());
        assertThat(browser.post("/psc/sandbox/token?person=1&client=logicabinet", Map.of())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theEndOfASessionLeadsOnlyToARegisteredAddress() throws Exception {
        String hint = String.valueOf(signIn("psc", ANTOINE).get("id_token"));
        Map<String, String> request = new LinkedHashMap<>();
        request.put("id_token_hint", hint);
        request.put("post_logout_redirect_uri", "http://localhost:9/");
        request.put("state", "bye");
        HttpResponse<String> answer = browser.get("/psc/logout?" + Browser.query(request));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:9/?state=bye");
        request.put("post_logout_redirect_uri", "http://evil.test/");
        assertThat(browser.get("/psc/logout?" + Browser.query(request)).statusCode())
                .isEqualTo(400);
    }

    private Map<String, Object> signIn(String provider, String person) throws Exception {
        HttpResponse<String> answer = exchange(provider, code(provider, person), Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Browser.object(answer);
    }

    private String code(String provider, String person) throws Exception {
        Map<String, String> request = request(provider);
        request.put("person", person);
        HttpResponse<String> answer = browser.post("/" + provider + "/authorize", request);
        assertThat(answer.statusCode()).isEqualTo(302);
        Map<String, String> sent = Browser.sentTo(answer);
        assertThat(sent).containsEntry("state", "st&té").containsEntry("iss", sandbox.url() + "/" + provider);
        return String.valueOf(sent.get("code"));
    }

    private HttpResponse<String> exchange(String provider, String code, Map<String, String> changes) throws Exception {
        Map<String, String> form = exchangeForm(code);
        form.putAll(changes);
        return browser.post("/" + provider + "/token", form);
    }

    private static Map<String, String> exchangeForm(String code) {
        return new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", "http://localhost:9/back",
                "code_verifier", VERIFIER,
                "client_id", CLIENT,
                "client_secret", SECRET));
    }

    private static Map<String, String> request(String provider) {
        return new HashMap<>(Map.of(
                "client_id", CLIENT,
                "redirect_uri", "http://localhost:9/back",
                "response_type", "code",
                "scope", provider.equals("psc") ? "openid scope_all" : "openid identite_pivot roles",
                "state", "st&té",
                "nonce", "some-nonce",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
    }

    private JWTClaimsSet verified(String provider, @Nullable Object token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(String.valueOf(token));
        JWKSet keys = JWKSet.parse(browser.get("/" + provider + "/jwks").body());
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(key).isNotNull();
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return jwt.getJWTClaimsSet();
    }
}

package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.cast.Cast;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// FranceConnect and FranceConnect+ with the sandbox's providers (AUT-03): linking, coming in, recovering,
/// and whoever is not the holder.
class FranceConnectPageTests extends ServerTest {
    private static final RunningSandbox WORLD = RunningSandbox.start();
    private static final String SECURITY = "/espace/parametres/connexion";

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
    }

    @BeforeEach
    void nothingIsLinked() {
        TestSignIn.allow(WORLD, origin());
        DATABASE.superuser().sql("delete from identity.france_connect").update();
        DATABASE.superuser().sql("delete from identity.attempt").update();
    }

    private Claire activated(int number, Page page) throws IOException {
        Claire claire = announced(number);
        claire.activates(page);
        return claire;
    }

    private Claire announced(int number) throws IOException {
        Claire claire = new Claire(number, MAILBOX);
        claire.announcedBy(campaigns);
        return claire;
    }

    private static void comesWith(Page page, String door, String person) {
        page.locator("a[href^='/connexion/" + door + "']:not([href^='/connexion/" + door + "-'])")
                .first()
                .click();
        page.waitForURL("**/authorize**");
        page.locator("button[value='" + person + "']").click();
        page.waitForURL(url -> !url.contains("/authorize"));
    }

    private static void leaves(Page page) {
        page.navigate("/espace");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se déconnecter"))
                .first()
                .click();
        page.waitForURL(url -> url.contains("/connexion") || url.contains("/deconnexion"));
        page.waitForURL("**/connexion**");
    }

    private static void typesThePassword(Page page, Claire claire, String button) {
        page.getByLabel("Identifiant").fill(claire.login());
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, button);
    }

    @Test
    @Requirement("AUT-03")
    @Requirement("AUT-08")
    void linkedOnceWithThePasswordFranceConnectPlusComesInAloneAndIsLeftAtTheLogOut() throws IOException {
        Page page = browsers.computer();
        Claire claire = activated(761, page);
        leaves(page);
        page.navigate("/connexion");
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        Look.picture(page, "login");
        comesWith(page, "franceconnect-plus", Cast.CLAIRE.ins());
        page.waitForURL("**/connexion/relier");
        Look.axeFindsNothing(page);
        Look.picture(page, "franceconnect-link");
        page.getByLabel("Identifiant").fill(claire.login());
        page.locator("#password").fill("Wrong-Password-1");
        Claire.go(page, "Relier et continuer");
        assertThat(page.locator("#erreurs")).containsText("n’est pas le bon");
        typesThePassword(page, claire, "Relier et continuer");
        page.waitForURL("**/espace");
        assertThat(page.locator("#notice")).containsText("FranceConnect est relié");
        assertThat(MAILBOX.await(claire.email(), 3).text()).contains("La connexion avec FranceConnect+ a été ajoutée");

        leaves(page);
        page.waitForURL("**/connexion/au-revoir");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Vous êtes déconnecté.")))
                .isVisible();
        Look.axeFindsNothing(page);
        page.navigate("/connexion");
        comesWith(page, "franceconnect-plus", Cast.CLAIRE.ins());
        page.waitForURL("**/espace");
        assertThat(MAILBOX.to(claire.email())).as("no code was sent").hasSize(3);

        page.navigate(SECURITY);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("FranceConnect+ : relié à votre espace");
        Look.axeFindsNothing(page);
        Look.picture(page, "security-franceconnect");
        Claire.go(page, "Ne plus relier");
        assertThat(page.locator("#notice")).containsText("FranceConnect n’est plus relié");
        assertThat(MAILBOX.await(claire.email(), 4).text()).contains("a été retirée");
    }

    @Test
    @Requirement("AUT-03")
    void withFranceConnectTheCodeIsStillAsked() throws IOException {
        Page page = browsers.phone();
        Claire claire = activated(762, page);
        page.navigate(SECURITY + "/franceconnect");
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        comesWith(page, "franceconnect", Cast.CLAIRE.ins());
        page.waitForURL("**" + SECURITY);
        assertThat(page.locator("#notice")).containsText("FranceConnect est relié");
        MAILBOX.await(claire.email(), 3);
        page.navigate("/connexion");
        comesWith(page, "franceconnect", Cast.CLAIRE.ins());
        page.waitForURL("**/connexion/code");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 4)));
        Claire.go(page, "Entrer dans mon espace");
        page.waitForURL("**/espace");
    }

    @Test
    @Requirement("AUT-03")
    void withFranceConnectTheFirstTimeNeedsPasswordAndCode() throws IOException {
        Page page = browsers.computer();
        Claire claire = activated(763, page);
        Page other = browsers.withoutScript();
        other.navigate("/connexion");
        comesWith(other, "franceconnect", Cast.CLAIRE.ins());
        typesThePassword(other, claire, "Relier et continuer");
        other.waitForURL("**/connexion/code");
        assertThat(DATABASE.superuser()
                        .sql("select count(*) from identity.france_connect")
                        .query((row, number) -> row.getInt(1))
                        .single())
                .as("not before the code")
                .isZero();
        other.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 3)));
        Claire.go(other, "Entrer dans mon espace");
        other.waitForURL("**/espace");
        assertThat(other.locator("#notice")).containsText("FranceConnect est relié");
    }

    @Test
    @Requirement("AUT-03")
    void somebodyElseIsRefusedInPlainWordsAndNothingIsLinked() throws IOException {
        Page page = browsers.computer();
        Claire claire = activated(764, page);
        page.navigate(SECURITY + "/franceconnect");
        comesWith(page, "franceconnect-plus", Cast.LINA.ins());
        page.waitForURL("**/connexion/autre-identite");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("3422");
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        Look.picture(page, "franceconnect-other");
        page.navigate(SECURITY);
        assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("relié à votre espace");

        // with her own password, at the login
        Page other = browsers.computer();
        other.navigate("/connexion");
        comesWith(other, "franceconnect-plus", Cast.STRANGER.ins());
        typesThePassword(other, claire, "Relier et continuer");
        other.waitForURL("**/connexion/autre-identite");
        other.navigate("/espace");
        assertThat(other).hasURL(java.util.regex.Pattern.compile(".*/connexion.*"));

        assertThat(MAILBOX.to(claire.email())).as("nothing was announced").hasSize(2);
    }

    @Test
    @Requirement("AUT-03")
    @Requirement("AUT-06")
    void aStrangerSeesTheSamePagesWhetherOrNotThereIsAnAccount() throws IOException {
        TestBrowser known = new TestBrowser(origin(), "Firefox");
        TestBrowser unknown = new TestBrowser(origin(), "Firefox");
        announced(765);
        activated(766, browsers.computer());
        String first = page(known, Cast.CLAIRE.ins());
        assertThat(first).contains("Relier FranceConnect").isEqualTo(page(unknown, Cast.STRANGER.ins()));
        String wrong = "Wrong-Password-1";
        assertThat(plain(known.post("/connexion/relier", Map.of("login", "claire.martin.766", "password", wrong))))
                .isEqualTo(plain(unknown.post(
                                "/connexion/relier", Map.of("login", "nobody.martin.766", "password", wrong)))
                        .replace("nobody.martin", "claire.martin"));
    }

    private static String page(TestBrowser browser, String person) {
        comes(browser, "franceconnect-plus", person);
        return plain(browser.get("/connexion/relier"));
    }

    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"|data-options=\"[^\"]*\"", "…");
    }

    private static String asked(TestBrowser browser, String door) {
        return browser.get("/connexion/" + door)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> comes(TestBrowser browser, String door, String person) {
        return browser.get(TestSignIn.chosen(asked(browser, door), person));
    }

    private static String sentTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    @Requirement("AUT-03")
    @Requirement("SEC-04")
    void answersThatAreNotToWhatWasAskedAreRefused() {
        String person = Cast.MARCEL.ins();
        TestBrowser browser = new TestBrowser(origin(), "Firefox");
        String request = asked(browser, "franceconnect-plus");
        assertThat(request).contains("state=", "nonce=", "code_challenge=", "acr_values=eidas2");
        String answer = TestSignIn.chosen(request, person);
        assertThat(sentTo(browser.get(answer))).endsWith("/connexion/relier");
        assertThat(sentTo(browser.get(answer))).as("used twice").endsWith("/connexion");

        List<java.util.function.UnaryOperator<String>> tricks = List.of(
                // what the service did not ask: another nonce, another challenge
                asked -> TestSignIn.chosen(asked.replaceFirst("nonce=[^&]*", "nonce=guessed"), person),
                asked -> TestSignIn.chosen(
                        asked.replaceFirst("code_challenge=[^&]*", "code_challenge=" + "x".repeat(43)), person),
                // what the provider did not answer: another state, another or no issuer, no code
                asked -> TestSignIn.chosen(asked, person).replaceFirst("state=[^&]*", "state=guessed"),
                asked -> TestSignIn.chosen(asked, person).replaceFirst("iss=[^&]*", "iss=https%3A%2F%2Fevil.test"),
                asked -> TestSignIn.chosen(asked, person).replaceFirst("&iss=[^&]*", ""),
                asked -> TestSignIn.chosen(asked, person).replaceFirst("code=[^&]*", "code=guessed"),
                asked -> TestSignIn.chosen(asked, "nobody"),
                // at the other door
                asked -> TestSignIn.chosen(asked, person).replace("franceconnect-plus", "franceconnect"));
        for (java.util.function.UnaryOperator<String> trick : tricks) {
            TestBrowser victim = new TestBrowser(origin(), "Firefox");
            HttpResponse<String> refused = victim.get(trick.apply(asked(victim, "franceconnect-plus")));
            assertThat(sentTo(refused)).endsWith("/connexion");
            assertThat(sentTo(victim.get("/connexion/relier"))).endsWith("/connexion");
        }
        // another browser's answer: whoever sends a link signs nobody in
        TestBrowser attacker = new TestBrowser(origin(), "Firefox");
        String theirs = TestSignIn.chosen(asked(attacker, "franceconnect-plus"), person);
        TestBrowser victim = new TestBrowser(origin(), "Firefox");
        asked(victim, "franceconnect-plus");
        assertThat(sentTo(victim.get(theirs))).endsWith("/connexion");
        assertThat(sentTo(new TestBrowser(origin(), "Firefox").get(theirs))).endsWith("/connexion");
    }

    @Test
    @Requirement("AUT-03")
    @Requirement("ENR-08")
    void anActivationBegunWithFranceConnectIsLinkedAtItsEnd() throws IOException {
        Page page = browsers.computer();
        Claire claire = announced(767);
        page.navigate("/connexion");
        comesWith(page, "franceconnect", Cast.CLAIRE.ins());
        claire.activates(page);
        page.navigate(SECURITY);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("FranceConnect : relié à votre espace");
    }

    @Test
    @Requirement("AUT-03")
    @Requirement("AUT-08")
    void aForgottenPasswordIsRenewedWithFranceConnectPlusAndEverybodyElseIsLoggedOut() throws IOException {
        Page old = browsers.computer();
        Claire claire = activated(768, old);
        Page page = browsers.computer();
        page.navigate("/connexion");
        page.getByText("Identifiant ou mot de passe oublié ?").click();
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        Look.picture(page, "forgotten");
        comesWith(page, "franceconnect-plus", Cast.CLAIRE.ins());
        page.waitForURL("**/connexion/oubli/numero");
        Look.axeFindsNothing(page);
        page.getByLabel("Numéro de sécurité sociale").fill(Cast.MARCEL.ins());
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).containsText("3422");
        Look.picture(page, "forgotten-number");
        page.getByLabel("Numéro de sécurité sociale").fill(claire.ins());
        Claire.go(page, "Continuer");
        page.waitForURL("**/connexion/oubli/nouveau");
        Look.axeFindsNothing(page);
        Look.picture(page, "forgotten-new");
        page.getByLabel("Nouvel identifiant").fill("nouvelle.claire.768");
        page.locator("#password").fill("Mimosa-Jaune-77");
        page.locator("#repeated").fill("Mimosa-Jaune-77");
        Claire.go(page, "Enregistrer");
        page.waitForURL("**/connexion");
        assertThat(page.locator("#notice")).containsText("C’est enregistré");
        assertThat(MAILBOX.await(claire.email(), 3).text()).contains("renouvelé après un oubli");
        old.navigate("/espace");
        assertThat(old).hasURL(java.util.regex.Pattern.compile(".*/connexion.*"));
        page.getByLabel("Identifiant").fill("nouvelle.claire.768");
        page.locator("#password").fill("Mimosa-Jaune-77");
        Claire.go(page, "Continuer");
        page.waitForURL("**/connexion/code");
        page.navigate("/connexion/oubli/nouveau");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/connexion/oubli"));
    }

    @Test
    @Requirement("AUT-03")
    @Requirement("AUT-06")
    void aForgottenPasswordIsRenewedByTheCardAndACodeAndNobodyLearnsWhetherThereIsAnAccount() throws IOException {
        Claire claire = activated(769, browsers.computer());
        TestBrowser hers = new TestBrowser(origin(), "Firefox");
        TestBrowser strangers = new TestBrowser(origin(), "Firefox");
        hers.get("/connexion/oubli");
        strangers.get("/connexion/oubli");
        String herAnswer =
                sentTo(hers.post("/connexion/oubli", Map.of("ins", claire.ins(), "serial", claire.serial())));
        String theirAnswer =
                sentTo(strangers.post("/connexion/oubli", Map.of("ins", claire.ins(), "serial", "00000000000")));
        assertThat(herAnswer).endsWith("/connexion/oubli/code").isEqualTo(theirAnswer);
        assertThat(plain(hers.get("/connexion/oubli/code")))
                .isEqualTo(plain(strangers.get("/connexion/oubli/code")))
                .doesNotContain("claire769", "•");
        String code = TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 3));
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            String guessed = plain(strangers.post("/connexion/oubli/code", Map.of("code", i == 0 ? code : wrong)));
            assertThat(guessed).contains("Ce code n’est pas le bon");
            if (i < 4) {
                assertThat(plain(hers.post("/connexion/oubli/code", Map.of("code", wrong)))
                                .replace(wrong, "……"))
                        .isEqualTo(guessed.replace(i == 0 ? code : wrong, "……"));
            }
        }
        assertThat(strangers
                        .post("/connexion/oubli/code", Map.of("code", wrong))
                        .body())
                .contains("n’est plus valable");
        assertThat(sentTo(hers.post("/connexion/oubli/code", Map.of("code", code))))
                .endsWith("/connexion/oubli/nouveau");
        hers.get("/connexion/oubli/nouveau");
        assertThat(hers.post(
                                "/connexion/oubli/nouveau",
                                Map.of("login", "", "password", "faible", "repeated", "faible"))
                        .statusCode())
                .isEqualTo(422);
        hers.post(
                "/connexion/oubli/nouveau",
                Map.of("login", "", "password", "Mimosa-Jaune-78", "repeated", "Mimosa-Jaune-78"));
        hers.signIn(claire.login(), "Mimosa-Jaune-78", () -> {
            MAILBOX.await(claire.email(), 5);
            return TestMailbox.oneTimeCode(MAILBOX.to(claire.email()).stream()
                    .filter(mail -> mail.text().contains("votre code est"))
                    .max(java.util.Comparator.comparing(TestMailbox.Mail::caught))
                    .orElseThrow());
        });
        assertThat(hers.get("/espace").statusCode()).isEqualTo(200);
    }
}

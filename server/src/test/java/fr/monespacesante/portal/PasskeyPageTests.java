package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.account.Campaigns;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// Passkeys at the pages, with Chromium's virtual authenticator (AUT-02).
class PasskeyPageTests extends ServerTest {
    private static final String SECURITY = "/espace/parametres/connexion";

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    /// A device that knows its user by finger or face.
    private record Authenticator(CDPSession protocol, String id) {
        static Authenticator in(Page page) {
            return in(page, "internal");
        }

        static Authenticator in(Page page, String transport) {
            CDPSession protocol = page.context().newCDPSession(page);
            protocol.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", transport);
            for (String yes : new String[] {
                "hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"
            }) {
                options.addProperty(yes, true);
            }
            JsonObject wrapped = new JsonObject();
            wrapped.add("options", options);
            return new Authenticator(
                    protocol,
                    protocol.send("WebAuthn.addVirtualAuthenticator", wrapped)
                            .get("authenticatorId")
                            .getAsString());
        }

        void recognises(boolean user) {
            JsonObject wanted = new JsonObject();
            wanted.addProperty("authenticatorId", id);
            wanted.addProperty("isUserVerified", user);
            protocol.send("WebAuthn.setUserVerified", wanted);
        }
    }

    private Claire activated(int number, Page page) throws IOException {
        Claire claire = new Claire(number, MAILBOX);
        claire.announcedBy(campaigns);
        claire.activates(page);
        return claire;
    }

    private static void adds(Page page, String name) {
        page.navigate(SECURITY + "/cle");
        page.getByLabel("Nom de la clé").fill(name);
        Claire.go(page, "Créer la clé d’accès");
        page.waitForURL("**" + SECURITY);
    }

    private static void leaves(Page page) {
        page.navigate("/espace");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se déconnecter"))
                .first()
                .click();
        page.waitForURL("**/connexion*");
    }

    private static void typesThePassword(Page page, Claire claire) {
        page.navigate("/connexion");
        page.getByLabel("Identifiant").fill(claire.login());
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, "Continuer");
        page.waitForURL("**/connexion/code");
    }

    private static void usesAlone(Page page) {
        page.navigate("/connexion");
        Claire.go(page, "Utiliser ma clé d’accès");
    }

    @Test
    @Requirement("AUT-02")
    @Requirement("AUT-08")
    void aPasskeyReplacesTheCodeThenEverythingUntilItIsRemoved() throws IOException {
        Page page = browsers.computer();
        Authenticator.in(page);
        Claire claire = activated(741, page);
        page.navigate(SECURITY + "/cle");
        Look.axeFindsNothing(page);
        Look.picture(page, "passkey-add");
        adds(page, "Mon téléphone");
        assertThat(page.locator("#notice")).containsText("La clé d’accès est ajoutée");
        assertThat(MAILBOX.await(claire.email(), 3).text()).contains("Une clé d'accès a été ajoutée", "3422");
        // the same device has its passkey already; a security key is another one
        Authenticator.in(page, "usb");
        adds(page, "Clé de secours <b>");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Clé de secours <b>");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("jamais utilisée");
        Look.axeFindsNothing(page);
        Look.picture(page, "security");
        MAILBOX.await(claire.email(), 4);

        leaves(page);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        Look.picture(page, "login-passkey");
        typesThePassword(page, claire);
        Look.axeFindsNothing(page);
        Look.picture(page, "step-passkey");
        Claire.go(page, "Utiliser ma clé d’accès");
        page.waitForURL("**/espace");
        assertThat(MAILBOX.to(claire.email())).as("no code was sent").hasSize(4);

        leaves(page);
        usesAlone(page);
        page.waitForURL("**/espace");
        page.navigate(SECURITY);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("utilisée le");

        for (int left = 1; left >= 0; left--) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer la clé d’accès"))
                    .first()
                    .click();
            assertThat(page.locator("#notice")).containsText("La clé d’accès est retirée");
        }
        assertThat(MAILBOX.await(claire.email(), 6).text()).contains("Une clé d'accès a été retirée");
        leaves(page);
        usesAlone(page);
        assertThat(page.locator("#erreurs")).containsText("n’ouvre pas d’espace");
        typesThePassword(page, claire);
        assertThat(page.getByLabel("Code reçu")).isVisible();
    }

    @Test
    @Requirement("AUT-02")
    @Requirement("UI-04")
    void withoutScriptTheCodeRemains() throws IOException {
        Page page = browsers.phone();
        Authenticator.in(page);
        Claire claire = activated(742, page);
        adds(page, "Mon téléphone");
        MAILBOX.await(claire.email(), 3);
        Page plain = browsers.withoutScript();
        plain.navigate("/connexion");
        assertThat(plain.getByText("Utiliser ma clé d’accès")).isHidden();
        typesThePassword(plain, claire);
        assertThat(plain.getByText("Utiliser ma clé d’accès")).isHidden();
        Claire.go(plain, "Recevoir un code");
        plain.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 4)));
        Claire.go(plain, "Entrer dans mon espace");
        plain.waitForURL("**/espace");
        plain.navigate(SECURITY + "/cle");
        assertThat(plain.getByText("Ce navigateur ne peut pas créer de clé d’accès ici."))
                .isVisible();
    }

    @Test
    @Requirement("AUT-02")
    void aPasskeyIsAddedOnlyBySomebodyWhoHasJustShownASecondFactor() throws IOException {
        Page page = browsers.computer();
        Authenticator.in(page);
        Claire claire = activated(743, page);
        page.navigate(SECURITY + "/cle");
        // as if the second factor were long ago: the session no longer says when it was
        DATABASE.superuser()
                .sql("delete from identity.spring_session_attributes where attribute_name = 'mes.proven'")
                .update();
        page.getByLabel("Nom de la clé").fill("Trop tard");
        Claire.go(page, "Créer la clé d’accès");
        page.waitForURL("**" + SECURITY + "/verification*");
        Look.axeFindsNothing(page);
        Claire.go(page, "Recevoir le code");
        Look.axeFindsNothing(page);
        Look.picture(page, "proof");
        String code = TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 3));
        page.getByLabel("Code reçu").fill(code.equals("000000") ? "000001" : "000000");
        Claire.go(page, "Confirmer");
        assertThat(page.locator("#erreurs")).containsText("Ce code n’est pas le bon");
        page.getByLabel("Code reçu").fill(code);
        Claire.go(page, "Confirmer");
        page.waitForURL("**" + SECURITY + "/cle");
        Claire.go(page, "Créer la clé d’accès");
        page.waitForURL("**" + SECURITY);
    }

    @Test
    @Requirement("AUT-02")
    @Requirement("AUT-06")
    void anothersPasskeyAnUnverifiedUserAndAnOldAnswerOpenNothing() throws IOException {
        Page page = browsers.computer();
        Authenticator device = Authenticator.in(page);
        Claire first = activated(744, page);
        adds(page, "Une");
        String hers = asked(page, first);
        leaves(page);
        Claire second = activated(745, page);
        adds(page, "Deux");
        leaves(page);

        // the second login under way, answered with the first person's passkey
        typesThePassword(page, second);
        page.evaluate("""
                credentials => {
                  const section = document.querySelector('[data-passkey]');
                  const options = JSON.parse(section.dataset.options);
                  options.allowCredentials = JSON.parse(credentials);
                  section.dataset.options = JSON.stringify(options);
                }""", hers);
        Claire.go(page, "Utiliser ma clé d’accès");
        assertThat(page.locator("#erreurs")).containsText("n’ouvre pas d’espace");

        // the device does not recognise its user, and the page was made not to ask for it
        device.recognises(false);
        page.navigate("/connexion/code");
        page.evaluate("""
                () => {
                  const section = document.querySelector('[data-passkey]');
                  const options = JSON.parse(section.dataset.options);
                  options.userVerification = 'discouraged';
                  section.dataset.options = JSON.stringify(options);
                }""");
        Claire.go(page, "Utiliser ma clé d’accès");
        assertThat(page.locator("#erreurs")).containsText("n’ouvre pas d’espace");
        device.recognises(true);

        // an answer that has served
        page.navigate("/connexion");
        page.evaluate("""
                () => {
                  const form = document.querySelector('[data-passkey] form');
                  form.submit = () => { document.title = form.elements.answer.value; };
                }""");
        Claire.go(page, "Utiliser ma clé d’accès");
        page.waitForFunction("() => document.title.startsWith('{')");
        String answer = page.title();
        page.evaluate("() => HTMLFormElement.prototype.submit.call(document.querySelector('[data-passkey] form'))");
        page.waitForURL("**/espace");
        leaves(page);
        page.evaluate("""
                answer => {
                  const form = document.querySelector('[data-passkey] form');
                  form.elements.answer.value = answer;
                  HTMLFormElement.prototype.submit.call(form);
                }""", answer);
        assertThat(page.locator("#erreurs")).containsText("n’ouvre pas d’espace");
    }

    /// The list of a person's passkeys, as a login of hers asks for them.
    private static String asked(Page page, Claire claire) {
        leaves(page);
        typesThePassword(page, claire);
        Object list = page.evaluate(
                "() => JSON.stringify(JSON.parse(document.querySelector('[data-passkey]').dataset.options).allowCredentials)");
        Claire.go(page, "Utiliser ma clé d’accès");
        page.waitForURL("**/espace");
        return String.valueOf(list);
    }

    @Test
    @Requirement("AUT-07")
    @Requirement("UI-04")
    void beforeTheSessionEndsThePageAsksWhetherToStayAndKeepsWhatWasTyped() throws IOException {
        Page page = browsers.computer();
        activated(747, page);
        page.clock().install();
        page.navigate(SECURITY + "/contact");
        page.locator("#email").fill("encore-en-train@courriel.test");
        page.clock().fastForward("11:30");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isHidden();
        page.clock().fastForward("01:00");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isVisible();
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("Êtes-vous toujours là");
        assertThat(page.getByText("Rester connecté")).isFocused();
        Look.axeFindsNothing(page);
        Look.picture(page, "expiry");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isHidden();
        assertThat(page.locator("#email")).hasValue("encore-en-train@courriel.test");

        // Escape stays too; when the session is gone, the page says so and still keeps what was typed
        page.clock().fastForward("12:30");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isHidden();
        page.context().clearCookies();
        page.clock().fastForward("12:30");
        page.getByText("Rester connecté").click();
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("La session est terminée");
        page.getByText("Revenir à la page").click();
        assertThat(page.locator("#email")).hasValue("encore-en-train@courriel.test");
    }

    @Test
    @Requirement("AUT-02")
    void aNameIsNeededAndStrangeAnswersAreRefused() throws IOException {
        Page page = browsers.computer();
        Authenticator.in(page);
        activated(746, page);
        page.navigate(SECURITY + "/cle");
        page.getByLabel("Nom de la clé").fill(" ");
        Claire.go(page, "Créer la clé d’accès");
        assertThat(page.locator("#erreurs")).containsText("Donnez un nom à la clé");
        for (String strange : Map.of("a", "{}", "b", "[1]", "c", "null", "d", "x".repeat(30_000))
                .values()) {
            page.navigate(SECURITY + "/cle");
            page.evaluate("""
                    answer => {
                      const form = document.querySelector('[data-passkey] form');
                      form.elements.answer.value = answer;
                      HTMLFormElement.prototype.submit.call(form);
                    }""", strange);
            assertThat(page.locator("#erreurs")).containsText("n’a pas été créée");
        }
    }
}

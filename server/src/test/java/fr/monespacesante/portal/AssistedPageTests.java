package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.support.AssistedSessions;
import fr.monespacesante.support.SupportAgent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An old man and a counsellor at a desk.
class AssistedPageTests extends ServerTest {
    private static final RunningSandbox WORLD = RunningSandbox.start();
    private static final SupportAgent SYLVIE = new SupportAgent("sylvie.test", "Sylvie ROUSSEL");

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private AssistedSessions sessions;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
    }

    @BeforeEach
    void allowed() {
        TestSignIn.allow(WORLD, origin());
    }

    private static void look(Page page, String name) {
        Look.focusIsAlwaysSeen(page);
        Look.axeFindsNothing(page);
        page.setViewportSize(Look.PHONE, 844);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.COMPUTER, 900);
        Look.picture(page, name);
    }

    private Claire active(int number, Page page) throws IOException {
        Claire claire = new Claire(number, MAILBOX);
        claire.announcedBy(campaigns);
        claire.activates(page);
        return claire;
    }

    private Page sylvie() {
        Page page = browsers.computer();
        page.navigate("/agent/connexion");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("ProConnect"))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("ROUSSEL"))
                .first()
                .click();
        page.waitForURL("**/agent");
        return page;
    }

    @Test
    @Requirement("ACP-01")
    void aCounsellorOpensTheSpaceWithACodeAndBothNamesStayUntilTheHolderEndsIt() throws IOException {
        Page own = browsers.computer();
        Claire claire = active(291, own);
        Page page = sylvie();
        page.navigate("/agent/accompagnement");
        Claire.go(page, "Envoyer le code");
        assertThat(page.locator("#erreurs")).containsText("Cochez la case");
        look(page, "assisted-1-ask");
        page.locator("#ins").fill(claire.ins());
        page.locator("#lieu").fill("France services de Bagatelle");
        page.getByText("La personne est à côté de moi").click();
        Claire.go(page, "Envoyer le code");
        look(page, "assisted-2-code");
        TestMailbox.Mail mail = MAILBOX.await(claire.email(), 3);
        assertTrue(mail.text().contains("Sylvie ROUSSEL, France services de Bagatelle"), mail.text());
        page.locator("#code").fill("000000");
        Claire.go(page, "Ouvrir l’espace ensemble");
        assertThat(page.locator("#erreurs")).isVisible();
        page.locator("#code").fill(TestMailbox.oneTimeCode(mail));
        Claire.go(page, "Ouvrir l’espace ensemble");
        page.waitForURL("**/espace");
        page.navigate("/espace/documents");
        assertThat(page.locator(".mes-people")).containsText("Session accompagnée par Sylvie ROUSSEL");
        look(page, "assisted-3-together");
        for (String path : List.of(
                "/espace/parametres/connexion",
                "/espace/donnees",
                "/espace/parametres/aidants",
                "/espace/parametres/protection",
                "/espace/parametres/fermer")) {
            assertEquals(403, page.navigate(path).status(), path);
            assertThat(page.locator("h1")).containsText("session accompagnée");
        }
        look(page, "assisted-4-not-together");

        // she sees it on her own screen, and in the devices that are open
        own.waitForCondition(() -> {
            own.navigate("/espace/historique");
            return own.content().contains("Début d’une session avec un conseiller");
        });
        assertThat(own.locator("main")).containsText("Avec un conseiller, Sylvie ROUSSEL, France services");
        own.navigate("/espace/parametres/connexion");
        assertThat(own.locator("main")).containsText("Accompagné par Sylvie ROUSSEL");
        own.waitForCondition(() -> {
            own.navigate("/espace/notifications");
            return own.content().contains("Session ouverte avec un conseiller");
        });

        page.navigate("/espace");
        page.getByText("Terminer la session").click();
        assertThat(page.locator("h1")).containsText("terminée");
        look(page, "assisted-5-over");
        page.navigate("/espace/documents");
        assertTrue(page.url().contains("/connexion"), page.url());
        own.waitForCondition(() -> {
            own.navigate("/espace/historique");
            return own.content().contains("Fin de la session avec un conseiller");
        });
    }

    @Test
    @Requirement("ACP-01")
    @Requirement("AUT-06")
    void theHolderEndsItFromAnotherScreenAndTheCodeOpensNothingTwice() throws IOException {
        Page own = browsers.computer();
        Claire claire = active(292, own);
        UUID asked = asked(sessions.ask(SYLVIE, claire.ins(), "Accueil"));
        String code = TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 3));
        TestBrowser desk = new TestBrowser(origin(), "Guichet");
        desk.get("/accompagnement/" + asked);
        assertEquals(
                303, desk.post("/accompagnement/" + asked, Map.of("code", code)).statusCode());
        assertEquals(200, desk.get("/espace").statusCode());
        // the same code opens nothing a second time
        TestBrowser again = new TestBrowser(origin(), "Guichet");
        again.get("/accompagnement/" + asked);
        assertEquals(
                422,
                again.post("/accompagnement/" + asked, Map.of("code", code)).statusCode());

        own.navigate("/espace/parametres/connexion");
        Locator line = own.locator("li, tr")
                .filter(new Locator.FilterOptions().setHasText("Accompagné par"))
                .first();
        line.getByRole(AriaRole.BUTTON).first().click();
        assertEquals(302, desk.get("/espace").statusCode());
    }

    private static UUID asked(Outcome<UUID> outcome) {
        return switch (outcome) {
            case Outcome.Done<UUID>(UUID id) -> id;
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }

    @Test
    @Requirement("ACP-01")
    void askingTellsNobodyWhoHasASpace() throws IOException {
        Claire announcedOnly = new Claire(293, MAILBOX);
        announcedOnly.announcedBy(campaigns);
        MAILBOX.await(announcedOnly.email(), 1);
        for (String ins : List.of(announcedOnly.ins(), "184053155512388", "nonsense")) {
            UUID id = asked(sessions.ask(SYLVIE, ins, "Accueil"));
            assertEquals(Outcome.refused(Problem.CODE_WRONG, "code"), sessions.start(id, "123456"));
        }
        assertEquals(1, MAILBOX.to(announcedOnly.email()).size());
        TestBrowser citizen = new TestBrowser(origin(), "Intrus");
        assertEquals(302, citizen.get("/agent/accompagnement").statusCode());
    }
}

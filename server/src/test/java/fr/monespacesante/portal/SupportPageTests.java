package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import fr.monespacesante.account.Identification;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.identity.Recovery;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.sandbox.RunningSandbox;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Agents of the 3422 answer calls, and the people who called see what was done.
class SupportPageTests extends ServerTest {
    private static final RunningSandbox WORLD = RunningSandbox.start();

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Recovery recovery;

    @Autowired
    private Identification identification;

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

    private Claire announced(int number) throws IOException {
        Claire claire = new Claire(number, MAILBOX);
        claire.announcedBy(campaigns);
        MAILBOX.await(claire.email(), 1);
        return claire;
    }

    private Space space(Claire claire) {
        return spaces.find(Ins.of(claire.ins())).orElseThrow();
    }

    private Page karim() {
        Page page = browsers.computer();
        page.navigate("/agent/connexion");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("ProConnect"))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("DIALLO"))
                .first()
                .click();
        page.waitForURL("**/agent");
        return page;
    }

    private static void answers(Page page, Claire claire, String postalCode) {
        page.navigate("/agent/assistance");
        page.getByText("La personne elle-même").click();
        page.locator("#ins").fill(claire.ins());
        page.locator("#nom").fill("martin durand");
        page.locator("#ne").fill("12");
        page.locator("#ne-month").fill("5");
        page.locator("#ne-year").fill("1984");
        page.locator("#postal").fill(postalCode);
        page.locator("#serie").fill(claire.serial().substring(7));
        Claire.go(page, "Vérifier les réponses");
    }

    @Test
    @Requirement("SUP-01")
    @Requirement("ENR-05")
    void aCallerIsFoundByAnswersAloneAndOpposesOnThePhone() throws IOException {
        Claire claire = announced(261);
        Page page = karim();
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Assistance 3422"))
                .click();
        look(page, "support-1-questions");
        answers(page, claire, "31001");
        assertThat(page.locator("#erreurs")).containsText("n’est pas juste");
        assertFalse(page.content().contains("Claire MARTIN"), "wrong answers show nothing");
        assertEquals("31001", page.locator("#postal").inputValue());
        answers(page, claire, "31000");
        assertThat(page.locator("h1")).containsText("Claire MARTIN-DURAND");
        assertThat(page.locator("main")).containsText("s’y opposer jusqu’au");
        look(page, "support-2-call");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Enregistrer une opposition"))
                .click();
        Claire.go(page, "Enregistrer une opposition");
        assertThat(page.locator("#erreurs")).containsText("Cochez la case");
        look(page, "support-3-sure");
        page.getByText("La personne a entendu").click();
        Claire.go(page, "Enregistrer une opposition");
        assertThat(page.locator("#notice")).containsText("L’opposition est enregistrée");
        String reference = page.locator("dd")
                .filter(new Locator.FilterOptions().setHasText("OPP-"))
                .innerText();
        assertEquals(SpaceState.OPPOSED, space(claire).state());
        assertTrue(MAILBOX.await(claire.email(), 2).text().contains(reference));

        // she changes her mind on the phone, activates, and reads in her history what was done before
        Claire.go(page, "Renvoyer un code");
        assertThat(page.locator("#notice")).containsText("Un nouveau code part");
        String code = TestMailbox.provisionalCode(MAILBOX.await(claire.email(), 3));
        Claire.go(page, "Terminer l’appel");
        assertThat(page.locator("#notice")).containsText("terminé");
        Page own = browsers.computer();
        own.navigate("/activation");
        own.locator("#ins").fill(claire.ins());
        own.locator("#serial").fill(claire.serial());
        own.locator("#code").fill(code);
        Claire.go(own, "Continuer");
        finishActivation(own, claire, 4);
        own.waitForCondition(() -> {
            own.navigate("/espace/historique");
            return own.content().contains("L’assistance a enregistré l’opposition");
        });
        assertThat(own.locator("main")).containsText("Karim DIALLO");
        assertThat(own.locator("main")).containsText("assistance, à votre demande");
        look(own, "support-4-history");
    }

    private void finishActivation(Page page, Claire claire, int mail) {
        Claire.go(page, "Continuer");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), mail)));
        Claire.go(page, "Continuer");
        page.getByText("J’ai lu et j’accepte").click();
        Claire.go(page, "Continuer");
        page.getByLabel("Choisissez un identifiant").fill(claire.login());
        page.locator("#password").fill(Claire.PASSWORD);
        page.locator("#repeated").fill(Claire.PASSWORD);
        Claire.go(page, "Activer mon espace");
        page.waitForURL("**/espace");
    }

    @Test
    @Requirement("SUP-01")
    @Requirement("AUT-06")
    @Requirement("AUT-08")
    void anActiveHolderIsUnlockedAndGetsANewContactAndIsToldOfBoth() throws IOException {
        Claire claire = announced(262);
        Page own = browsers.computer();
        claire.activates(own);
        TestBrowser stranger = new TestBrowser(origin(), "stranger");
        for (int i = 0; i < 8; i++) {
            wrongPassword(stranger, claire);
        }
        assertTrue(wrongPassword(stranger, claire).contains("Trop d’essais"), "the login is slowed");
        Page page = karim();
        answers(page, claire, "31000");
        assertThat(page.locator("main")).containsText("c•••@courriel.test");
        Claire.go(page, "Lever l’attente");
        assertThat(page.locator("#notice")).containsText("L’attente est levée");
        assertTrue(wrongPassword(new TestBrowser(origin(), "own"), claire).contains("n’est pas le bon"));

        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Corriger l’e-mail"))
                .click();
        look(page, "support-5-contact");
        page.locator("#email").fill("nouvelle262@courriel.test");
        page.getByText("Par e-mail").click();
        Claire.go(page, "Continuer");
        page.locator("#code").fill("000000");
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).isVisible();
        page.locator("#code").fill(TestMailbox.oneTimeCode(MAILBOX.await("nouvelle262@courriel.test", 1)));
        Claire.go(page, "Continuer");
        assertThat(page.locator("#notice")).containsText("Le contact est corrigé");
        MAILBOX.await("nouvelle262@courriel.test", 2);
        assertTrue(
                MAILBOX.to(claire.email()).stream().anyMatch(mail -> mail.text().contains("coordonnées")));
        UUID asked = recovery.ask(claire.ins(), claire.serial(), "192.0.2.77") instanceof Outcome.Done<UUID>(UUID id)
                ? id
                : UUID.randomUUID();
        Awaitility.await().until(() -> state(asked).startsWith("true"));
        assertEquals("true false", state(asked), "a contact corrected on the phone renews no password yet");
        own.waitForCondition(() -> {
            own.navigate("/espace/notifications");
            return own.content().contains("L’assistance 3422 est intervenue");
        });
    }

    @Test
    @Requirement("REP-04")
    @Requirement("REP-06")
    void aMeasureAndAConfidentialAddressAreRecordedOnDocumentsShown() throws IOException {
        Claire claire = announced(265);
        Page page = karim();
        answers(page, claire, "31000");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Protection de la personne"))
                .click();
        Claire.go(page, "Enregistrer la mesure");
        assertThat(page.locator("#erreurs")).containsText("Choisissez la mesure");
        page.getByText("Tutelle : le tuteur agit").click();
        page.locator("#guardian").fill(claire.ins());
        page.getByText("J’ai vérifié le jugement").click();
        Claire.go(page, "Enregistrer la mesure");
        assertThat(page.locator("#erreurs")).containsText("se représenter elle-même");
        page.locator("#guardian").fill("146024315704557");
        Claire.go(page, "Enregistrer la mesure");
        assertThat(page.locator("#notice")).containsText("La mesure est enregistrée");
        assertThat(page.locator("main")).containsText("Tutelle : le tuteur agit, la personne lit, sans date de fin");
        look(page, "support-6-protection");
        Claire.go(page, "Mettre fin à la mesure");
        assertThat(page.locator("main")).containsText("Aucune mesure");
        Claire.go(page, "Mettre le réglage");
        assertThat(page.locator("main")).containsText("personne n’agit pour cette personne");
        assertTrue(space(claire).standing().concealed());
        Claire.go(page, "Lever le réglage");
        assertFalse(space(claire).standing().concealed());
        page.getByRole(AriaRole.MAIN).getByText("Appel en cours").last().click();
        assertThat(page.locator("main")).containsText("L’assistance a enregistré une mesure de protection");
    }

    @Test
    @Requirement("SUP-01")
    @Requirement("REP-06")
    void aMinorIsCalledForByARepresentativeAndNobodyCallsForWhoIsUnderProtection() throws IOException {
        Claire mother = announced(266);
        String thirteen = "1160631555266";
        String child = thirteen + Ins.keyOf(thirteen);
        mother.announces(
                campaigns,
                child,
                "1.2.250.1.213.1.4.10",
                "DURAND",
                "Hugo",
                "DURAND",
                "Hugo",
                "M",
                "2016-06-30",
                "31555",
                "01",
                "12 rue des Lilas",
                "31000",
                "Toulouse",
                "",
                "",
                "12345678266",
                mother.ins());
        assertTrue(identified(child, Optional.of(mother.ins())));
        assertFalse(identified(child, Optional.empty()), "a child of ten does not call in person");
        assertFalse(identified(child, Optional.of("146024315704557")));
        DATABASE.superuser()
                .sql("update account.space set concealed_at = now() where space_id = :space")
                .param("space", spaces.find(Ins.of(child)).orElseThrow().id().value())
                .update();
        assertFalse(identified(child, Optional.of(mother.ins())), "they know every answer");
    }

    private boolean identified(String ins, Optional<String> representative) {
        return identification.prove(
                        new Identification.Answers(
                                ins, "Durand", LocalDate.of(2016, 6, 30), "31000", "8266", representative),
                        "agent." + representative.orElse("none"))
                instanceof Outcome.Done<SpaceId>;
    }

    /// Whether the request was looked up, and whether a code was sent.
    private String state(UUID recovery) {
        return DATABASE.superuser()
                .sql("select looked_up || ' ' || (code_id is not null) from identity.recovery where recovery_id = :id")
                .param("id", recovery)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
    }

    private String wrongPassword(TestBrowser browser, Claire claire) {
        browser.get("/connexion");
        return browser.post("/connexion", Map.of("login", claire.login(), "password", "Pas-Le-Bon-1"))
                .body();
    }

    @Test
    @Requirement("SUP-01")
    @Requirement("ENR-11")
    void aSpaceIsClosedOnThePhoneAndAnotherAgentKnowsNothingOfTheCall() throws IOException {
        Claire claire = announced(263);
        Page own = browsers.computer();
        claire.activates(own);
        TestBrowser karim = agent("karim.diallo");
        karim.get("/agent/assistance");
        Map<String, String> answers = new HashMap<>(Map.of(
                "appelant", "personne",
                "ins", claire.ins(),
                "nom", "Durand",
                "ne.day", "12",
                "ne.month", "5",
                "ne.year", "1984",
                "postal", "31000",
                "serie", claire.serial().substring(7)));
        String call = karim.post("/agent/assistance", answers)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals(200, karim.get(call).statusCode());
        assertEquals(422, karim.post(call + "/fermeture", Map.of()).statusCode());
        assertEquals(SpaceState.ACTIVATED, space(claire).state());
        assertEquals(
                303, karim.post(call + "/fermeture", Map.of("accord", "oui")).statusCode());
        assertEquals(SpaceState.CLOSED, space(claire).state());
        String page = karim.get(call).body();
        assertTrue(page.contains("Fermé, archivé") && !page.contains("Fermer l’espace</a>"), page);
        // nothing of it for somebody else's session, nor after the end
        DATABASE.superuser().sql("update support.call set until = now()").update();
        assertEquals(303, karim.get(call).statusCode());
        TestBrowser camille = agent("camille.mercier");
        assertEquals(403, camille.get("/agent/assistance").statusCode());
        assertEquals(403, camille.get(call).statusCode());
        assertTrue(camille.get("/agent/supervision/journal").body().contains("3422 : espace fermé"));
    }

    @Test
    @Requirement("SUP-01")
    void guessingAnswersIsSlowedAndARepresentativeMustBeOne() throws IOException {
        Claire claire = announced(264);
        TestBrowser karim = agent("karim.diallo");
        karim.get("/agent/assistance");
        Map<String, String> answers = new HashMap<>(Map.of(
                "appelant", "representant",
                "representant", "146024315704557",
                "ins", claire.ins(),
                "nom", "Durand",
                "ne.day", "12",
                "ne.month", "5",
                "ne.year", "1984",
                "postal", "31000",
                "serie", claire.serial().substring(7)));
        assertEquals(422, karim.post("/agent/assistance", answers).statusCode());
        String body = "";
        for (int i = 0; i < 6; i++) {
            body = karim.post("/agent/assistance", answers).body();
        }
        assertTrue(body.contains("Trop d’essais"), body);
    }

    private TestBrowser agent(String key) {
        TestBrowser browser = new TestBrowser(origin(), "Essai");
        String sent = browser.get("/agent/connexion/avec/proconnect")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        browser.get(TestSignIn.chosen(sent, key));
        return browser;
    }
}

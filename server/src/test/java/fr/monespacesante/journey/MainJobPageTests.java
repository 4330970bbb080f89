package fr.monespacesante.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.monespacesante.Requirement;
import fr.monespacesante.portal.Browsers;
import fr.monespacesante.portal.Look;
import fr.monespacesante.sandbox.examples.Example;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The main job as a person lives it, in Chromium: with a mouse, on a phone, with a keyboard alone, without script.
@SuppressWarnings("NullAway.Init")
class MainJobPageTests {
    private static final String BIOLOGY = "biologie-2026-11-03.xml";

    private static World world;
    private static Node service;

    @RegisterExtension
    final Browsers browsers = new Browsers(() -> service.origin());

    @BeforeAll
    static void theCampaignInvitesEveryone() throws IOException {
        world = World.begin();
        service = world.start(Map.of());
        world.campaign("automne", World.people());
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    @Requirement("DOC-01")
    @Requirement("DOC-02")
    @Requirement("DOC-05")
    @Requirement("DOC-06")
    @Requirement("ACC-01")
    @Requirement("ACC-03")
    @Requirement("TRC-02")
    @Requirement("UI-02")
    void claireLivesTheWholeStory() throws Exception {
        Holder claire = new Holder(world, service, World.person("MARTIN-DURAND")).activates();
        Example biology = World.example(claire.who(), BIOLOGY);
        world.send(service, "laboratory.p12", "iti65", claire.who(), biology);
        Doctor doctor = new Doctor(world, service, Doctor.LEFEVRE);
        doctor.declaresConsent(claire.who());
        doctor.fetches(doctor.finds(claire.who()).getFirst());

        Page page = browsers.computer();
        logsIn(page, claire.who());
        assertThat(main(page).getByText("Nouveau document").first()).isVisible();
        assertThat(main(page)
                        .getByText("Un professionnel a consulté votre espace")
                        .first())
                .isVisible();
        seen(page);
        main(page).getByRole(AriaRole.LINK, link(biology.title())).first().click();
        assertThat(main(page).getByText("Hémoglobine").first()).isVisible();
        seen(page);

        page.navigate("/espace/historique");
        assertThat(main(page).getByText("Dr Antoine LEFÈVRE").first()).isVisible();
        seen(page);
        main(page)
                .getByRole(AriaRole.LINK, link("Bloquer Dr Antoine LEFÈVRE"))
                .first()
                .click();
        button(page, "Bloquer");
        assertThat(page.locator("#notice")).containsText("bloqué");
        seen(page);
        Assertions.assertEquals(403, doctor.searches(claire.who()).status());
    }

    @Test
    @Requirement("DOC-02")
    @Requirement("DOC-06")
    @Requirement("UI-01")
    void linaAddsTwoPhotosFromHerPhoneAndTheDoctorNeverKnows() throws Exception {
        Holder lina = new Holder(world, service, World.person("KADRI")).activates();
        Doctor doctor = new Doctor(world, service, Doctor.LEFEVRE);
        doctor.declaresConsent(lina.who());
        Doctor.Answer before = doctor.searches(lina.who());

        Page page = browsers.phone();
        logsIn(page, lina.who());
        page.navigate("/espace/documents/ajouter");
        fills(page, World.example(lina.who(), "ordonnance-photo.jpg").bytes());
        page.getByText("Masquer ce document aux professionnels").click();
        button(page, "Ajouter le document");
        assertThat(page.locator("#notice")).containsText("ajouté");
        assertThat(main(page).getByText("Masqué aux professionnels").first()).isVisible();
        seen(page);

        Assertions.assertEquals(before, doctor.searches(lina.who()));
    }

    @Test
    @Requirement("UI-02")
    void marcelOpensADocumentWithHisKeyboardAlone() throws Exception {
        Holder marcel = new Holder(world, service, World.person("BESSON")).activates();
        Example biology = World.example(marcel.who(), BIOLOGY);
        world.send(service, "laboratory.p12", "iti65", marcel.who(), biology);

        Page page = browsers.computer();
        page.navigate("/connexion");
        tabTo(page, "#login");
        page.keyboard().type(marcel.who().login());
        tabTo(page, "#password");
        page.keyboard().type(Someone.PASSWORD);
        long mails = world.mailsSoFar();
        page.keyboard().press("Enter");
        page.waitForURL("**/connexion/code");
        tabTo(page, "#code");
        page.keyboard().type(world.oneTimeCode(marcel.who(), mails));
        page.keyboard().press("Enter");
        page.waitForURL("**/espace");
        tabTo(page, ".mes-row__title a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(biology.title());
        tabTo(page, "a[href$='/telecharger']");
    }

    @Test
    @Requirement("UI-01")
    void withoutScriptAdeleLogsInListsAndAddsAFile() throws Exception {
        Holder adele = new Holder(world, service, World.person("PETIT")).activates();
        Page page = browsers.withoutScript();
        logsIn(page, adele.who());
        page.navigate("/espace/documents/ajouter");
        fills(page, World.example(adele.who(), "ordonnance-photo.jpg").bytes());
        button(page, "Ajouter le document");
        assertThat(page.locator("#notice")).containsText("ajouté");
        page.navigate("/espace/documents");
        assertThat(page.locator(".mes-row__title")).hasCount(1);
    }

    private static void logsIn(Page page, Someone who) {
        page.navigate("/connexion");
        page.getByLabel("Identifiant").fill(who.login());
        page.locator("#password").fill(Someone.PASSWORD);
        long mails = world.mailsSoFar();
        button(page, "Continuer");
        page.waitForURL("**/connexion/code");
        page.getByLabel("Code reçu").fill(world.oneTimeCode(who, mails));
        button(page, "Entrer");
        page.waitForURL("**/espace");
    }

    private static void fills(Page page, byte[] photo) {
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("IMG_1.jpg", "image/jpeg", photo), new FilePayload("IMG_2.jpg", "image/jpeg", photo)
        });
        page.getByLabel("Titre").fill("Ancienne ordonnance");
        page.locator("#type").selectOption("DOCPAT02");
        page.locator("#date").fill("14");
        page.locator("#date-month").fill("1");
        page.locator("#date-year").fill("2019");
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static Locator.GetByRoleOptions link(String text) {
        return new Locator.GetByRoleOptions().setName(text);
    }

    private static void button(Page page, String text) {
        main(page).getByRole(AriaRole.BUTTON, link(text)).first().click();
    }

    private static void seen(Page page) {
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
    }

    /// Presses Tab, as a person would, until the focus stands where it should.
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 60; i++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement?.matches(s) ?? false", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key never reaches " + selector + " on " + page.url());
    }
}

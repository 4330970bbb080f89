package fr.monespacesante.portal.pro;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.portal.Browsers;
import fr.monespacesante.portal.Look;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A professional in front of the pages: every one is looked at by axe, at both widths, with its focus.
@Requirement("UI-02")
class ProPageTests extends ProTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    private static void signIn(Page page, String person) {
        page.navigate("/pro/connexion");
        page.getByText("S’identifier avec Pro Santé Connect").click();
        page.locator("button[value='" + person + "']").click();
        page.waitForURL(url -> url.matches(".*/pro(/lieu)?"));
    }

    private static void find(Page page, Stage.Someone patient) {
        Map<String, String> traits = patient.traits();
        page.locator("#ins").fill(traits.getOrDefault("ins", ""));
        page.locator("#name").fill(traits.getOrDefault("name", ""));
        page.locator("#born").fill(traits.getOrDefault("born.day", ""));
        page.locator("#born-month").fill(traits.getOrDefault("born.month", ""));
        page.locator("#born-year").fill(traits.getOrDefault("born.year", ""));
        go(page, "Ouvrir l’espace");
    }

    private static void agree(Page page) {
        page.getByText("Le patient a été informé").click();
        go(page, "Déclarer l’accord");
        page.waitForURL(url -> !url.endsWith("/accord"));
    }

    private static void go(Page page, String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
    }

    private Stage.Someone odile() {
        Stage.Someone odile = stage.adult(DATABASE);
        for (Example example : Examples.forPatient(new fr.monespacesante.sandbox.examples.Person(
                odile.person().authority().oid(),
                odile.ins(),
                odile.person().birthFamilyName(),
                odile.person().usedFamilyName(),
                odile.person().birthGivenNames(),
                fr.monespacesante.sandbox.examples.Person.Sex.F,
                odile.person().birthDate(),
                "33281",
                "Mérignac"))) {
            stage.deposit(odile, example.title(), example.typeCode(), example.bytes(), example.contentType());
        }
        stage.deposit(odile, "Résultat à annoncer", Mark.INVISIBLE_PATIENT);
        return odile;
    }

    @Test
    @Requirement("DOC-16")
    void anOpenDocumentIsFourClicksFromTheSignIn() {
        Stage.Someone odile = odile();
        Page page = browsers.computer();
        signIn(page, LEFEVRE);
        int clicks = 0;
        find(page, odile);
        clicks++;
        page.getByText("Le patient a été informé").click();
        clicks++;
        go(page, "Déclarer l’accord");
        clicks++;
        page.locator(".mes-kinds a").first().click();
        clicks++;
        assertThat(page.locator("h1")).isVisible();
        assertTrue(page.url().contains("/documents/"));
        assertEquals(4, clicks);
    }

    @Test
    @Requirement("UI-04")
    void everyPageIsForEverybody() {
        Stage.Someone odile = odile();
        Page page = browsers.computer();
        page.navigate("/pro/connexion");
        look(page, "pro-sign-in");
        signIn(page, CARON);
        look(page, "pro-place");
        page.getByText("Centre hospitalier de la Garonne").click();
        go(page, "Continuer");
        page.waitForURL("**/pro");
        look(page, "pro-find");
        go(page, "Ouvrir l’espace");
        assertThat(page.locator("#erreurs")).isFocused();
        look(page, "pro-find-errors");
        find(page, odile);
        look(page, "pro-consent");
        go(page, "Déclarer l’accord");
        look(page, "pro-consent-errors");
        agree(page);
        look(page, "pro-folder");
        String folder = page.url().replaceFirst("[?#].*", "");
        page.navigate(folder + "?q=" + "bilan");
        look(page, "pro-folder-search");
        page.navigate(folder + "?vue=chronologie");
        look(page, "pro-folder-timeline");
        page.navigate(folder);
        page.locator(".mes-kinds a").first().click();
        look(page, "pro-document");
        page.navigate(folder + "/ajouter");
        look(page, "pro-add");
        page.navigate(folder + "/ecrire");
        go(page, "Envoyer");
        look(page, "pro-write-errors");
        page.locator("#subject").fill("Votre tension");
        page.locator("#text").fill("Bonjour, avez-vous pu la mesurer ces derniers jours ?");
        go(page, "Envoyer");
        page.waitForURL("**/pro/messages/*");
        look(page, "pro-exchange");
        page.navigate("/pro/messages");
        look(page, "pro-exchanges");
        page.navigate(folder + "/urgence");
        go(page, "Ouvrir en urgence");
        look(page, "pro-emergency-errors");
        page.getByText("Il existe un risque immédiat").click();
        page.getByText("Le patient est hors d’état").click();
        page.locator("#motif").fill("Patiente inconsciente, recherche d’antécédents");
        go(page, "Ouvrir en urgence");
        assertThat(page.locator(".mes-urgency")).isVisible();
        look(page, "pro-emergency");
        page.navigate("/pro");
        page.locator(".mes-scan summary").click();
        look(page, "pro-recent");
        page.navigate("/pro/activite");
        look(page, "pro-activity");
    }

    @Test
    @Requirement("UI-01")
    void aPhoneAndABrowserWithoutScriptWork() {
        for (Page page : new Page[] {browsers.phone(), browsers.withoutScript()}) {
            Stage.Someone odile = odile();
            signIn(page, LEFEVRE);
            find(page, odile);
            agree(page);
            page.locator(".mes-kinds a").first().click();
            assertThat(page.locator("h1")).isVisible();
        }
    }

    /// axe, width, focus, and a picture to look at.
    private static void look(Page page, String name) {
        Look.focusIsAlwaysSeen(page);
        Look.axeFindsNothing(page);
        page.setViewportSize(Look.PHONE, 844);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.COMPUTER, 900);
        Look.picture(page, name);
    }
}

package fr.monespacesante.portal.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.portal.Browsers;
import fr.monespacesante.portal.Look;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An operator walks the pages of supervision: each is looked at by axe, at both widths, with its focus.
class SupervisionPageTests extends SupervisionTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    private void signsIn(Page page) {
        page.navigate("/agent/connexion");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("ProConnect"))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("MERCIER"))
                .first()
                .click();
        page.waitForURL("**/agent");
    }

    private static void looked(Page page, String name) {
        page.setViewportSize(Look.COMPUTER, 900);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.PHONE, 844);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.COMPUTER, 900);
        Look.picture(page, name);
    }

    @Test
    @Requirement("SUV-01")
    @Requirement("UI-02")
    void readsAlertsChangesAThresholdAndAnswersACase() {
        for (int i = 0; i < 5; i++) {
            emergency(holder(), "10009990003", "Dr Pressée IMAGEE");
        }
        watch.evaluate();
        var patient = holder();
        emergency(patient, "10009990004", "Dr Inconnue IMAGEE");
        UUID reported = reported(patient, "Je ne connais pas ce médecin.");
        Page page = browsers.computer();
        signsIn(page);
        looked(page, "agent");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Supervision"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Supervision");
        Look.focusIsAlwaysSeen(page);
        looked(page, "supervision");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Dr Pressée IMAGEE"))
                .first()
                .click();
        looked(page, "supervision-alert-open");
        press(page, "Prendre en charge");
        press(page, "Clôturer l’alerte");
        assertThat(page.locator("#erreurs")).containsText("Écrivez ce qui a été conclu.");
        looked(page, "supervision-alert-error");
        page.getByLabel("Commentaire").fill("Afflux aux urgences, vérifié avec l’établissement.");
        press(page, "Clôturer l’alerte");
        looked(page, "supervision-alert-closed");
        page.navigate("/agent/supervision/signalements");
        looked(page, "supervision-cases");
        page.navigate("/agent/supervision/signalements/" + reported);
        press(page, "Examiner ce signalement");
        looked(page, "supervision-case");
        page.getByText("Fondé : l’accès n’était pas justifié").click();
        page.getByLabel("Réponse type").selectOption("USUAL_UNJUSTIFIED");
        press(page, "Envoyer la réponse");
        looked(page, "supervision-case-answered");
        page.navigate("/agent/supervision/regles");
        looked(page, "supervision-rules");
        page.navigate("/agent/supervision/regles/PATIENTS");
        looked(page, "supervision-rule");
        press(page, "Enregistrer");
        assertThat(page.locator("#notice")).containsText("La règle est modifiée.");
        page.navigate("/agent/supervision/journal");
        looked(page, "supervision-journal");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
        page.waitForLoadState();
    }
}

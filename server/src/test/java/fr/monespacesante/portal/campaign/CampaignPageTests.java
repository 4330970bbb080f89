package fr.monespacesante.portal.campaign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.portal.Browsers;
import fr.monespacesante.portal.Look;
import fr.monespacesante.sandbox.RunningSandbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An operator sends campaign files and reads the figures, at both widths, with and without script.
class CampaignPageTests extends ServerTest {
    private static final RunningSandbox WORLD = RunningSandbox.start();
    private static final String HEADER =
            "ins;ins_oid;birth_family_name;birth_given_names;used_family_name;used_given_name;sex;birth_date;"
                    + "birth_place_cog;scheme;address_lines;postal_code;city;email;phone;vitale_serial;representatives\n";

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
    }

    @BeforeEach
    void knownAtTheProviders() {
        TestSignIn.allow(WORLD, origin());
    }

    private static void signsIn(Page page) {
        page.navigate("/agent/connexion");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("ProConnect"))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("PERRIN"))
                .first()
                .click();
        page.waitForURL("**/agent");
    }

    private static void looked(Page page, String name) {
        page.setViewportSize(Look.COMPUTER, 900);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        Look.picture(page, name);
        page.setViewportSize(Look.PHONE, 844);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.COMPUTER, 900);
    }

    private static String line(int number, String postalCode, String email) {
        String thirteen = "28405%05d%03d".formatted(79_000 + number / 800, 100 + number % 800);
        return String.join(
                ";",
                thirteen + Ins.keyOf(thirteen),
                "1.2.250.1.213.1.4.10",
                "IMAGEE",
                "Anne",
                "IMAGEE",
                "Anne",
                "F",
                "1984-05-12",
                thirteen.substring(5, 10),
                "01",
                number + " rue de la Page",
                postalCode,
                "Ville",
                email,
                "",
                "%011d".formatted(80_000_000_000L + number),
                "");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void sends(Page page, FilePayload file) {
        page.navigate("/agent/campagnes/fichiers");
        page.getByLabel("Fichier CSV").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer"))
                .click();
        assertThat(page.locator("#notice")).containsText("Le fichier est reçu.");
    }

    private static Locator row(Page page, String name) {
        return page.locator("#fichiers .mes-row")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static void awaits(Page page, String name, String state) {
        assertThat(row(page, name)).containsText(state, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    @Test
    @Requirement("ENR-01")
    @Requirement("ENR-16")
    @Requirement("UI-02")
    void anOperatorSendsAFileSeesItsProgressItsFaultsAndTheFigures() {
        Page page = browsers.computer();
        signsIn(page);
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Campagnes"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Campagnes");
        page.navigate("/agent/campagnes/fichiers");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer"))
                .click();
        assertThat(page.locator("#erreurs")).containsText("Choisissez un fichier.");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            lines.add(line(i, i % 5 == 0 ? "80000" : i % 2 == 0 ? "31000" : "44000", ""));
        }
        lines.add(line(200, "31000", "").replace("1984-05-12", "1984-02-30"));
        lines.add(line(3, "44000", ""));
        sends(page, file("Campagne de novembre.csv", HEADER + String.join("\n", lines)));
        awaits(page, "Campagne-de-novembre", "Terminé");
        Look.focusIsAlwaysSeen(page);
        looked(page, "campaign-files");
        row(page, "Campagne-de-novembre").getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#fichier")).containsText("birth_date");
        assertThat(page.locator("#fichier")).containsText("the same person as on line 5");
        looked(page, "campaign-file");
        var report = page.waitForDownload(
                () -> page.getByText("Télécharger le rapport").click());
        assertThat(report.suggestedFilename()).startsWith("rapport-").endsWith(".csv");

        sends(
                page,
                new FilePayload(
                        "latin1.csv",
                        "text/csv",
                        (HEADER + line(300, "31000", "").replace("Ville", "Béziers"))
                                .getBytes(StandardCharsets.ISO_8859_1)));
        awaits(page, "latin1", "Refusé");
        row(page, "latin1").getByRole(AriaRole.LINK).click();
        assertThat(page.locator("main")).containsText("n’est pas en UTF-8");
        looked(page, "campaign-file-refused");

        page.navigate("/agent/campagnes?departement=80");
        assertThat(page.locator("dl")).containsText("Personnes invitées");
        page.navigate("/agent/campagnes");
        looked(page, "campaign");
        assertThat(page.locator("main").textContent()).doesNotContain("IMAGEE");
    }

    @Test
    @Requirement("ENR-01")
    @Requirement("UI-02")
    void withoutScriptTheSameFormWorks() {
        Page page = browsers.withoutScript();
        signsIn(page);
        sends(page, file("sans-script.csv", HEADER + line(400, "44000", "") + "\n"));
        page.navigate("/agent/campagnes/fichiers");
        assertThat(page.locator("main")).containsText("Fichiers de campagne");
    }
}

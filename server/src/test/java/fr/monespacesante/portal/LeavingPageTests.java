package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.account.Campaigns;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// Leaving and coming back, as a person does it.
class LeavingPageTests extends ServerTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    private static void look(Page page, String name) {
        for (int width : new int[] {Look.PHONE, Look.COMPUTER}) {
            page.setViewportSize(width, 900);
            Look.axeFindsNothing(page);
            Look.fitsItsWidth(page);
            Look.focusIsAlwaysSeen(page);
        }
        Look.picture(page, name);
    }

    private static void signIn(Page page, Claire claire, TestMailbox mailbox, int mails) {
        page.navigate("/connexion");
        page.getByLabel("Identifiant").fill(claire.login());
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, "Continuer");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(mailbox.await(claire.email(), mails)));
        Claire.go(page, "Entrer dans mon espace");
    }

    @Test
    @Requirement("ENR-10")
    @Requirement("ENR-11")
    void closesHerSpaceWithACertificateAndOpensItAgain() throws Exception {
        Claire claire = new Claire(341, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.navigate("/espace/parametres");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fermer l’espace santé"))
                .click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Vos remboursements");
        look(page, "closing");
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).containsText("Choisissez");
        page.getByText("Les archiver 10 ans").click();
        Claire.go(page, "Continuer");
        page.locator("#password").fill("pas le bon");
        Claire.go(page, "Fermer l’espace");
        assertThat(page.locator("#erreurs")).containsText("Ce n’est pas votre mot de passe");
        look(page, "closing-confirm");
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, "Fermer l’espace");
        page.waitForURL("**/fermeture/**");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("L’espace est fermé");
        look(page, "closed");
        pdf(page.url() + "/attestation.pdf");
        page.navigate("/espace");
        page.waitForURL("**/connexion");

        signIn(page, claire, MAILBOX, 4);
        page.waitForURL("**/espace/ferme");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Cet espace santé est fermé");
        look(page, "shut");
        Claire.go(page, "Rouvrir l’espace");
        page.waitForURL("**/espace");
        assertThat(page.locator("#notice")).containsText("Tout est de nouveau là");
    }

    @Test
    @Requirement("ENR-11")
    void findsAClosingByItsReferenceWithoutALogin() {
        Page page = browsers.computer();
        page.navigate("/fermeture");
        look(page, "closing-find");
        page.getByLabel("Référence").fill("AAAA-BBBB-CCCC-DDDD");
        Claire.go(page, "Chercher");
        assertThat(page.locator("#erreurs")).containsText("Aucune fermeture");
    }

    private static void pdf(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isEqualTo(200);
        org.assertj.core.api.Assertions.assertThat(answer.body())
                .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}

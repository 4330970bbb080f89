package fr.monespacesante.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// A citizen at the pages: announced by a campaign, activating, logging in.
///
/// @param number makes her someone new for each test; 123 is the Claire of the examples
record Claire(int number, TestMailbox mailbox) {
    private static final String HEADER = "ins;ins_oid;birth_family_name;birth_given_names;used_family_name;"
            + "used_given_name;sex;birth_date;birth_place_cog;scheme;address_lines;postal_code;city;email;phone;"
            + "vitale_serial;representatives\n";
    static final String PASSWORD = "Lilas-Bleu-31";

    String thirteen() {
        return "2840531555" + number;
    }

    String ins() {
        return thirteen() + Ins.keyOf(thirteen());
    }

    String serial() {
        return "12345678" + number;
    }

    /// As a laboratory knows her: the Claire of the cast, under this number.
    Person person() {
        return new Person(
                Cast.CLAIRE.authority(),
                ins(),
                Cast.CLAIRE.birthName(),
                Cast.CLAIRE.usedName(),
                Cast.CLAIRE.givenNames(),
                Cast.CLAIRE.sex(),
                Cast.CLAIRE.birthDate(),
                Cast.CLAIRE.birthplace(),
                Cast.CLAIRE.birthCity());
    }

    String email() {
        return "claire" + number + "@courriel.test";
    }

    String login() {
        return "claire.martin." + number;
    }

    void announcedBy(Campaigns campaigns) throws IOException {
        String line = String.join(
                ";",
                ins(),
                "1.2.250.1.213.1.4.10",
                "DURAND",
                "Claire Sophie Marie",
                "MARTIN-DURAND",
                "Claire",
                "F",
                "1984-05-12",
                "31555",
                "01",
                "12 rue des Lilas",
                "31000",
                "Toulouse",
                email(),
                "0639980123",
                serial(),
                "");
        announces(campaigns, line);
    }

    /// Somebody else of hers, by the fields of the campaign file in order.
    void announces(Campaigns campaigns, String... fields) throws IOException {
        String line = String.join(";", fields);
        campaigns.importFile(
                new ByteArrayInputStream((HEADER + line + "\n").getBytes(StandardCharsets.UTF_8)), new StringWriter());
    }

    /// The first step, as far as the page that asks for the contact.
    void showsHerCard(Page page) {
        page.navigate("/activation");
        page.getByLabel("Numéro de sécurité sociale").fill(ins());
        page.getByLabel("Les 11 derniers chiffres").fill(serial());
        page.getByLabel("Code provisoire").fill(TestMailbox.provisionalCode(mailbox.await(email(), 1)));
        go(page, "Continuer");
    }

    void activates(Page page) {
        showsHerCard(page);
        go(page, "Continuer");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(mailbox.await(email(), 2)));
        go(page, "Continuer");
        page.getByText("J’ai lu et j’accepte").click();
        go(page, "Continuer");
        page.getByLabel("Choisissez un identifiant").fill(login());
        page.locator("#password").fill(PASSWORD);
        page.locator("#repeated").fill(PASSWORD);
        go(page, "Activer mon espace");
        page.waitForURL("**/espace");
    }

    static void go(Page page, String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(button))
                .first()
                .click();
    }
}

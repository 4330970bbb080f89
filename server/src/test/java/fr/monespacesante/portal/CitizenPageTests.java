package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// A citizen walks every page of hers: each is looked at by axe, at both widths, with its focus.
class CitizenPageTests extends ServerTest {
    private static final Code FORMAT =
            new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient");
    private static final Caller LABORATORY =
            new Caller.Software(new StructureId("1310098765"), "Laboratoire des Minimes", "LaboSoft", "FHIR");
    private static final Caller.Professional DOCTOR = new Caller.Professional(
            new Rpps("10001234567"),
            "Dr Antoine LEFÈVRE",
            "10",
            Optional.of("SM26"),
            Optional.of(new StructureId("1310012345")),
            "Cabinet médical des Tilleuls",
            new Caller.Purpose.Care(),
            "FHIR");

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Doors doors;

    @Autowired
    private Deposits deposits;

    @Autowired
    private Documents documents;

    @Autowired
    private Consents consents;

    @Test
    @Requirement("ENR-08")
    @Requirement("AUT-01")
    @Requirement("UI-02")
    @Requirement("UI-04")
    void activatesLogsOutAndLogsInAgain() throws IOException {
        Claire claire = new Claire(201, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        page.navigate("/activation");
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).isFocused();
        look(page, "activation-1-errors");
        page.locator("#erreurs a").first().click();
        assertThat(page.locator("#ins")).isFocused();
        claire.showsHerCard(page);
        look(page, "activation-2-contact");
        Claire.go(page, "Continuer");
        look(page, "activation-3-confirm");
        page.getByLabel("Code reçu").fill("000000");
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).containsText("code");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 2)));
        Claire.go(page, "Continuer");
        look(page, "activation-4-terms");
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).isVisible();
        page.getByText("J’ai lu et j’accepte").click();
        Claire.go(page, "Continuer");
        look(page, "activation-5-credentials");
        page.getByLabel("Choisissez un identifiant").fill(claire.login());
        page.locator("#password").fill("court");
        page.locator("#repeated").fill("court");
        Claire.go(page, "Activer mon espace");
        assertThat(page.locator("#erreurs")).containsText("trop simple");
        assertEquals(
                claire.login(), page.getByLabel("Choisissez un identifiant").inputValue());
        page.locator("#password").fill(Claire.PASSWORD);
        page.locator("#repeated").fill(Claire.PASSWORD);
        Claire.go(page, "Activer mon espace");
        assertThat(page.locator("#notice")).containsText("Votre espace est activé");
        look(page, "space-empty");
        page.getByText("Se déconnecter").first().click();
        assertThat(page.locator("#notice")).containsText("déconnecté");
        look(page, "login");

        page.getByLabel("Identifiant").fill(claire.login());
        page.locator("#password").fill("Pas-Le-Bon-1");
        Claire.go(page, "Continuer");
        assertThat(page.locator("#erreurs")).containsText("n’est pas le bon");
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, "Continuer");
        look(page, "login-code");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 3)));
        Claire.go(page, "Entrer");
        page.waitForURL("**/espace");
        page.navigate("/activation/nouveau-code");
        look(page, "activation-new-code");
    }

    @Test
    @Requirement("DOC-01")
    @Requirement("DOC-04")
    @Requirement("DOC-05")
    @Requirement("UI-02")
    void readsWhatWasSentToHer() throws IOException {
        Claire claire = new Claire(202, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.navigate("/espace/documents");
        look(page, "documents-empty");
        page.navigate("/espace/notifications");
        look(page, "notifications-empty");

        List<Example> examples = Examples.forPatient(claire.person());
        for (Example example : examples) {
            deposit(claire, example);
        }
        consultation(claire);
        page.navigate("/espace");
        assertThat(page.getByText("Nouveau document").first()).isVisible();
        look(page, "space");
        page.navigate("/espace/documents");
        assertThat(page.locator("#trouves")).containsText(examples.size() + " documents");
        look(page, "documents");
        page.navigate("/espace/documents?categorie=BIOLOGY");
        look(page, "documents-filtered");
        page.navigate("/espace/documents?vue=chronologie");
        look(page, "documents-timeline");
        page.navigate("/espace/documents?q=FERRITINE");
        assertTrue(page.locator(".mes-row").count() > 0, "a word inside a CDA is found");
        page.navigate("/espace/documents?q=ejection");
        assertThat(page.locator(".mes-row")).hasCount(1);
        page.navigate("/espace/documents?q=introuvable");
        look(page, "documents-nothing");

        for (Example example : examples) {
            page.navigate("/espace/documents");
            page.navigate("/espace/documents?q=" + example.title().split(" ")[0]);
            page.locator(".mes-row a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(example.title()))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText(example.title());
            see(page, "document-" + example.name());
        }
        page.navigate("/espace/notifications");
        look(page, "notifications");
        Claire.go(page, "Tout marquer comme lu");
        assertThat(page.locator("#notice")).isVisible();
        page.navigate("/espace/historique");
        assertThat(page.getByText("Laboratoire des Minimes").first()).isVisible();
        look(page, "history");
        page.navigate("/espace/historique?qui=autres");
        page.getByText("Bloquer Dr Antoine").first().click();
        look(page, "block");
        page.navigate("/espace/parametres/acces");
        look(page, "rights");
        page.getByText("Mettre fin à l’accord").first().click();
        assertThat(page.locator("#notice")).containsText("L’accord est terminé");
        page.navigate("/espace/parametres/acces/bloquer?rpps=10001234567&nom=Dr%20Antoine%20LEFÈVRE");
        Claire.go(page, "Bloquer");
        assertThat(page.locator("#notice")).containsText("bloqué");
        look(page, "rights-blocked");
        assertTrue(
                doors.enter(
                                DOCTOR,
                                Ins.of(claire.ins()),
                                new Act.DeclareConsent(Optional.empty()),
                                visit -> consents.declare(visit, new Act.DeclareConsent(Optional.empty())))
                        instanceof Outcome.Refused<?>,
                "a blocked doctor is refused");
        for (String address : List.of("", "/connexion", "/connexion/mot-de-passe", "/connexion/contact")) {
            page.navigate("/espace/parametres" + address);
            look(page, "settings" + address.replace('/', '-'));
        }
    }

    @Test
    @Requirement("DOC-02")
    @Requirement("DOC-06")
    @Requirement("DOC-07")
    @Requirement("UI-01")
    void addsTwoPhotosFromHerPhoneHidesTheDocumentAndDeletesIt() throws IOException {
        Claire claire = new Claire(203, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.phone();
        claire.activates(page);
        addAndDelete(page, "add");
    }

    @Test
    @Requirement("UI-01")
    void doesTheSameWithoutScript() throws IOException {
        Claire claire = new Claire(204, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.withoutScript();
        claire.activates(page);
        addAndDelete(page, "");
    }

    private static void addAndDelete(Page page, String pictures) {
        byte[] photo = Examples.forPatient(Cast.CLAIRE).stream()
                .filter(example -> example.contentType().equals("image/jpeg"))
                .findFirst()
                .orElseThrow()
                .bytes();
        page.navigate("/espace/documents/ajouter");
        page.getByLabel("Titre").fill("Ordonnance d’asthme");
        Claire.go(page, "Ajouter le document");
        assertThat(page.locator("#erreurs")).containsText("Choisissez un fichier");
        assertEquals("Ordonnance d’asthme", page.getByLabel("Titre").inputValue(), "nothing typed is lost");
        if (!pictures.isEmpty()) {
            look(page, pictures + "-errors");
            page.setViewportSize(Look.PHONE, 844);
        }
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("page1.jpg", "image/jpeg", photo), new FilePayload("page2.jpg", "image/jpeg", photo)
        });
        page.locator("#type").selectOption("DOCPAT02");
        page.locator("#date").fill("14");
        page.locator("#date-month").fill("1");
        page.locator("#date-year").fill("2019");
        Claire.go(page, "Ajouter le document");
        assertThat(page.locator("#notice")).containsText("ajouté");
        assertThat(page.locator("h1")).hasText("Ordonnance d’asthme");
        assertThat(page.locator("dl")).containsText("PDF");
        if (!pictures.isEmpty()) {
            look(page, pictures + "-done");
            page.setViewportSize(Look.PHONE, 844);
        }
        Claire.go(page, "Masquer aux professionnels");
        assertThat(page.locator("#notice")).containsText("masqué");
        Claire.go(page, "Rendre visible");
        assertThat(page.locator("#notice")).containsText("de nouveau visible");
        page.locator("main").getByText("Supprimer").click();
        if (!pictures.isEmpty()) {
            look(page, "delete");
        }
        Claire.go(page, "Supprimer définitivement");
        assertThat(page.locator("#notice")).containsText("supprimé");
    }

    @Test
    @Requirement("SEC-04")
    void anotherPersonsDocumentIsNotFound() throws IOException {
        Claire claire = new Claire(205, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        for (String end : List.of("", "/contenu", "/telecharger", "/corps", "/media/0", "/supprimer")) {
            assertEquals(
                    404,
                    page.navigate("/espace/documents/" + UUID.randomUUID() + end)
                            .status());
        }
        Page stranger = browsers.computer();
        stranger.navigate("/espace/documents");
        assertTrue(stranger.url().endsWith("/connexion"));
    }

    /// axe, width, focus, and a picture to look at.
    private static void look(Page page, String name) {
        Look.focusIsAlwaysSeen(page);
        see(page, name);
    }

    private static void see(Page page, String name) {
        Look.axeFindsNothing(page);
        page.setViewportSize(Look.PHONE, 844);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.COMPUTER, 900);
        Look.picture(page, name);
    }

    private void deposit(Claire claire, Example example) {
        NewDocument wanted = new NewDocument(
                "urn:oid:2.25." + Math.abs((long) example.name().hashCode()),
                Nomenclatures.national().type(example.typeCode()).orElseThrow().code(),
                example.title(),
                null,
                Instant.parse("2026-10-01T08:00:00Z"),
                List.of(new DocumentEntry.Author(
                        "810005556667",
                        "ROUX",
                        "Hélène",
                        null,
                        new DocumentEntry.Organisation("1310098765", "Laboratoire des Minimes"),
                        false)),
                null,
                new DocumentEntry.Organisation("1310098765", "Laboratoire des Minimes"),
                example.contentType(),
                FORMAT,
                "fr-FR",
                "N",
                Set.of(),
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Outcome<List<Documents.Deposited>> kept = deposits.prepare(wanted, example.bytes())
                .then(prepared -> doors.enter(
                        LABORATORY,
                        Ins.of(claire.ins()),
                        new Act.DepositDocuments(prepared.authors(), Set.of()),
                        visit -> documents.deposit(
                                visit, new Documents.Submission("urn:" + example.name(), List.of(prepared)))));
        assertTrue(kept instanceof Outcome.Done<?>, () -> example.name() + " " + kept);
    }

    private void consultation(Claire claire) {
        Act.DeclareConsent act = new Act.DeclareConsent(Optional.empty());
        doors.enter(DOCTOR, Ins.of(claire.ins()), act, visit -> consents.declare(visit, act));
        doors.enter(
                DOCTOR,
                Ins.of(claire.ins()),
                new Act.ListDocuments(),
                visit -> Outcome.done(documents.list(visit, fr.monespacesante.record.DocumentQuery.current(20))));
    }
}

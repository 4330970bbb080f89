package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.identity.HealthDirectory;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Examples;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// A citizen decides who sees what, with a keyboard, without script, at both widths; each page is looked at by axe.
class RightsPageTests extends ServerTest {
    private static final String RIGHTS = "/espace/parametres/acces";
    private static final Caller.Professional DOCTOR = professional("10001234567", "Dr Antoine LEFÈVRE", "10", "SM26");
    private static final Caller.Professional NURSE = professional("10007654321", "Nadia BENALI", "60", "");

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Doors doors;

    @Autowired
    private Consents consents;

    @Autowired
    private Documents documents;

    @Autowired
    private HealthDirectory directory;

    private static Caller.Professional professional(String rpps, String name, String profession, String speciality) {
        return new Caller.Professional(
                new Rpps(rpps),
                name,
                profession,
                Optional.of(speciality).filter(code -> !code.isEmpty()),
                Optional.of(new StructureId("1310012345")),
                "Cabinet médical des Tilleuls",
                new Caller.Purpose.Care(),
                "FHIR");
    }

    private void known() {
        directory.seen(new Professional(
                DOCTOR.rpps(),
                "DR",
                "LEFÈVRE",
                "Antoine",
                "10",
                "SM26",
                "1310012345",
                "Cabinet médical des Tilleuls",
                ""));
        directory.seen(new Professional(
                NURSE.rpps(), "MME", "BENALI", "Nadia", "60", "", "1310023456", "Cabinet infirmier des Carmes", ""));
    }

    private void agrees(Claire claire, Caller.Professional professional, Optional<Instant> until) {
        Act.DeclareConsent act = new Act.DeclareConsent(until);
        Outcome<?> agreed = doors.enter(professional, Ins.of(claire.ins()), act, visit -> consents.declare(visit, act));
        assertEquals(Outcome.Done.class, agreed.getClass());
        doors.enter(
                professional,
                Ins.of(claire.ins()),
                new Act.ListDocuments(),
                visit -> Outcome.done(
                        documents.list(visit, DocumentQuery.current(5)).total()));
    }

    private static String addsDocument(Page page) {
        page.navigate("/espace/documents/ajouter");
        page.getByLabel("Titre").fill("Courrier du cardiologue");
        page.locator("#files")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "page.jpg",
                        "image/jpeg",
                        Examples.forPatient(Cast.CLAIRE).stream()
                                .filter(example -> example.contentType().equals("image/jpeg"))
                                .findFirst()
                                .orElseThrow()
                                .bytes()));
        page.locator("#type").selectOption("DOCPAT02");
        page.locator("#date").fill("14");
        page.locator("#date-month").fill("1");
        page.locator("#date-year").fill("2019");
        Claire.go(page, "Ajouter le document");
        assertThat(page.locator("#notice")).containsText("ajouté");
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
    }

    @Test
    @Requirement("ACC-01")
    @Requirement("ACC-04")
    @Requirement("ACC-10")
    @Requirement("ACC-11")
    @Requirement("UI-02")
    void everyWishHasAPageThatAxeAcceptsAtBothWidths() throws IOException {
        known();
        Claire claire = new Claire(211, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.navigate(RIGHTS);
        look(page, "rights-empty");
        String document = addsDocument(page);
        agrees(claire, DOCTOR, Optional.of(Instant.now().plus(60, ChronoUnit.DAYS)));
        agrees(claire, NURSE, Optional.empty());

        page.navigate(RIGHTS);
        assertThat(page.getByText("Équipe de soins, depuis le").first()).isVisible();
        look(page, "rights-full");

        page.navigate(RIGHTS + "/medecin-traitant");
        assertThat(page.getByText("Déjà venus dans votre espace")).isVisible();
        look(page, "choose");
        page.locator("#q").fill("lefevre");
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 professionnel trouvé")).isVisible();
        look(page, "choose-found");
        page.locator(".mes-found a").first().click();
        assertThat(page.getByText("Vous avez choisi")).isVisible();
        look(page, "choose-chosen");
        Claire.go(page, "Choisir ce médecin traitant");
        assertThat(page.locator("#notice")).containsText("Votre médecin traitant est enregistré");

        page.navigate(RIGHTS + "/medecin-traitant?rpps=10007654321");
        Claire.go(page, "Choisir ce médecin traitant");
        assertThat(page.locator("#erreurs")).containsText("Un médecin traitant doit être médecin");
        look(page, "choose-wrong");

        page.navigate(RIGHTS + "/alimentation?rpps=10007654321");
        Claire.go(page, "Refuser ses ajouts");
        assertThat(page.locator("#erreurs")).containsText("Écrivez votre raison");
        page.getByLabel("Votre raison").fill("Elle ne me suit plus");
        look(page, "feeding");
        Claire.go(page, "Refuser ses ajouts");
        assertThat(page.locator("#notice")).containsText("ne peut plus ajouter");

        page.navigate(RIGHTS + "/arrivee");
        page.getByText("Biologie", new Page.GetByTextOptions().setExact(false))
                .first()
                .click();
        look(page, "arrival");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#notice")).isVisible();
        page.navigate(RIGHTS + "/delais");
        Claire.go(page, "Ajouter ce délai");
        assertThat(page.locator("#erreurs")).containsText("de 1 à 30");
        look(page, "delays-wrong");
        page.locator("#type").selectOption("11502-2");
        page.locator("#jours").fill("7");
        Claire.go(page, "Ajouter ce délai");
        look(page, "delays");

        page.navigate(document);
        page.getByText("Qui pourrait voir ce document ?").click();
        look(page, "who");
        page.navigate(document + "/pour?rpps=10001234567");
        page.getByText("ne doit pas voir ce document").click();
        page.locator("[id='jusqu-au']").fill("2020-01-31");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#erreurs")).containsText("Cette date est passée");
        assertEquals("2020-01-31", page.locator("[id='jusqu-au']").inputValue());
        look(page, "rule-wrong");
        page.locator("[id='jusqu-au']").fill("");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#notice")).containsText("ne voit plus ce document");
        look(page, "who-ruled");

        page.navigate(RIGHTS + "/voir-comme?rpps=10001234567");
        look(page, "preview");
        page.navigate(RIGHTS + "/voir-comme?rpps=10003334445&nom=Dr%20Sophie%20MARCHAND");
        assertThat(page.getByText("Ce professionnel ne voit rien")).isVisible();
        look(page, "preview-nothing");
        page.navigate(RIGHTS);
        look(page, "rights-decided");

        page.navigate("/espace/historique");
        look(page, "history-decided");
        page.navigate("/espace/historique?du=2026-11-20&au=2026-11-01&qui=pro");
        assertThat(page.locator("#erreurs")).containsText("La date de fin vient avant");
        look(page, "history-wrong");
        page.navigate("/espace/historique?qui=pro");
        page.getByText("Signaler cet accès").first().click();
        page.getByLabel("Ce qui vous étonne").fill("Je ne connais pas cette personne.");
        look(page, "report");
        Claire.go(page, "Envoyer le signalement");
        assertThat(page.locator("#notice")).containsText("Votre signalement est envoyé");
        assertThat(page.getByText("en attente d’examen").first()).isVisible();
        look(page, "history-reported");
    }

    @Test
    @Requirement("ACC-03")
    @Requirement("UI-01")
    void blocksWithoutScriptAndInEnglish() throws IOException {
        known();
        Claire claire = new Claire(212, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.withoutScript();
        claire.activates(page);
        page.navigate(RIGHTS + "?lang=en");
        assertThat(page.locator("h1")).hasText("Who can see what");
        page.getByText("Block a professional").first().click();
        page.locator("#q").fill("Benali");
        Claire.go(page, "Search");
        page.locator(".mes-found a").first().click();
        Claire.go(page, "Block");
        assertThat(page.locator("#notice")).containsText("This professional is blocked");
        assertThat(page.getByText("RPPS 10007654321").first()).isVisible();
        page.navigate("/espace/historique");
        assertThat(page.getByText("Blocked a professional").first()).isVisible();
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

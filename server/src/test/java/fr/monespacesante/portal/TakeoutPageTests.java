package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// "My data": a citizen takes everything away, and reads it without the service.
class TakeoutPageTests extends ServerTest {
    private static final Code FORMAT =
            new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient");
    private static final Caller LABORATORY =
            new Caller.Software(new StructureId("1310098765"), "Laboratoire des Minimes", "LaboSoft", "FHIR");
    private static final LocatorAssertions.ContainsTextOptions LONG =
            new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @TempDir
    Path folder;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Doors doors;

    @Autowired
    private Deposits deposits;

    @Autowired
    private Documents documents;

    @Test
    @Requirement("EXP-01")
    @Requirement("UI-02")
    void takesEverythingAwayAndReadsItWithoutTheService() throws IOException {
        Claire claire = new Claire(241, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        for (Example example : Examples.forPatient(claire.person())) {
            deposit(claire, example);
        }
        page.navigate("/espace/parametres");
        page.getByText("Mes données").first().click();
        look(page, "data-none");
        Claire.go(page, "Préparer ma copie");
        look(page, "data-running");
        assertThat(page.locator("#copie")).containsText("Votre copie est prête", LONG);
        assertThat(page.locator("[data-poll-says]")).containsText("Votre copie est prête");
        look(page, "data-ready");
        Download download = page.waitForDownload(
                () -> page.getByText("Télécharger le fichier").click());
        assertTrue(download.suggestedFilename().matches("mon-espace-sante-[0-9-]{10}\\.zip"));
        Path copy = unzip(download.path());

        Page offline = browsers.computer();
        offline.context().setOffline(true);
        for (String name : List.of(
                "index",
                "en/index",
                "pages/documents",
                "pages/autorisations",
                "pages/historique",
                "pages/profil",
                "en/documents",
                "en/historique")) {
            offline.navigate(copy.resolve(name + ".html").toUri().toString());
            see(offline, "copy-" + name.replace('/', '-'));
        }
        offline.navigate(copy.resolve("index.html").toUri().toString());
        offline.getByText("Documents").first().click();
        int pages = offline.locator(".rows a").count();
        assertEquals(Examples.forPatient(claire.person()).size(), pages);
        for (int i = 0; i < pages; i++) {
            offline.navigate(copy.resolve("pages/documents.html").toUri().toString());
            offline.locator(".rows a").nth(i).click();
            offline.waitForURL("**/document-*.html");
            see(offline, "copy-" + offline.url().replaceFirst(".*/(document-\\d+)\\.html", "$1"));
            Object broken = offline.evaluate("() => [...document.images].filter(i => !i.naturalWidth).length");
            assertEquals(0, ((Number) broken).intValue(), offline.url());
        }
        Claire.go(page, "Supprimer cette copie");
        assertThat(page.locator("#notice")).containsText("supprimée");
        assertThat(page.locator("#copie")).containsText("Aucune copie");
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("UI-02")
    void worksWithoutScript() throws IOException {
        Claire claire = new Claire(242, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.withoutScript();
        claire.activates(page);
        page.navigate("/espace/donnees");
        Claire.go(page, "Préparer ma copie");
        long end = System.nanoTime() + 40_000_000_000L;
        while (!page.locator("#copie").innerText().contains("Votre copie est prête") && System.nanoTime() < end) {
            page.getByText("Actualiser").click();
        }
        Download download = page.waitForDownload(
                () -> page.getByText("Télécharger le fichier").click());
        assertTrue(Files.exists(unzip(download.path()).resolve("index.html")));
    }

    @Test
    @Requirement("ENR-18")
    @Requirement("UI-02")
    void hasAPartErasedAndFollowsItToItsEnd() throws IOException {
        Claire claire = new Claire(243, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        for (Example example : Examples.forPatient(claire.person())) {
            deposit(claire, example);
        }
        page.navigate("/espace/donnees");
        page.getByText("Choisir ce qui doit être effacé").click();
        look(page, "erasure");
        page.getByLabel("Voir ce qui serait effacé de cette catégorie").click();
        assertThat(page.locator("#erreurs")).containsText("Choisissez une catégorie");
        look(page, "erasure-errors");
        page.locator("#categorie").selectOption("BIOLOGY");
        page.getByLabel("Voir ce qui serait effacé de cette catégorie").click();
        assertThat(page.locator("main")).containsText("3 documents seront effacés");
        look(page, "erasure-preview");
        Claire.go(page, "Demander l’effacement");
        assertThat(page.locator("#erreurs")).containsText("mot de passe");
        page.getByText("J’ai compris").click();
        page.locator("#password").fill("Pas-Le-Bon-1");
        Claire.go(page, "Demander l’effacement");
        assertThat(page.locator("#erreurs")).containsText("n’est pas le bon");
        look(page, "erasure-wrong");
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, "Demander l’effacement");
        assertThat(page.locator("#notice")).containsText("Votre demande est reçue");
        look(page, "erasure-received");
        Claire.go(page, "Annuler la demande");
        assertThat(page.locator("#notice")).containsText("annulée");

        page.getByText("Choisir les documents dans la liste").click();
        look(page, "erasure-choose");
        page.getByText("Radiographie du thorax").first().click();
        Claire.go(page, "Voir ce qui serait effacé");
        assertThat(page.locator("main")).containsText("1 document sera effacé");
        page.getByText("J’ai compris").click();
        page.locator("#password").fill(Claire.PASSWORD);
        Claire.go(page, "Demander l’effacement");
        DATABASE.superuser()
                .sql("update record.erasure set begins_at = now() where state = 'RECEIVED'")
                .update();
        long end = System.nanoTime() + 40_000_000_000L;
        while (!page.locator("main").innerText().contains("Effacement fait") && System.nanoTime() < end) {
            page.navigate("/espace/donnees/effacement");
        }
        look(page, "erasure-done");
        assertThat(page.locator("main")).containsText("Effacement fait");
        page.navigate("/espace/documents");
        assertThat(page.locator("main")).containsText("Scanner thoracique");
        assertThat(page.locator("main")).not().containsText("Radiographie du thorax");
        page.navigate("/espace/notifications");
        assertThat(page.locator("main")).containsText("L’effacement que vous avez demandé est fait");
    }

    private Path unzip(Path zipped) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copie"));
        try (InputStream in = Files.newInputStream(zipped);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = copy.resolve(entry.getName()).normalize();
                assertTrue(file.startsWith(copy), entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return copy;
    }

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
}

package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.account.Oppositions;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// A person refuses a space, with no account, and shows the proof of it.
class OppositionPageTests extends ServerTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Oppositions oppositions;

    @Autowired
    private Spaces spaces;

    private static void look(Page page, String name) {
        Look.picture(page, name);
        Look.fitsItsWidth(page);
        Look.axeFindsNothing(page);
    }

    private Claire announced(int number) throws IOException {
        Claire claire = new Claire(number, MAILBOX);
        claire.announcedBy(campaigns);
        return claire;
    }

    private String code(Claire claire) {
        return TestMailbox.provisionalCode(MAILBOX.await(claire.email(), 1));
    }

    private Space space(Claire claire) {
        return spaces.find(Ins.of(claire.ins())).orElseThrow();
    }

    private Outcome<Oppositions.Proof> opposes(Claire claire) {
        return oppositions.oppose(claire.ins(), claire.serial(), code(claire), "192.0.2.61");
    }

    @Test
    @Requirement("ENR-04")
    void opposesWithCardAndCodeKeepsTheProofAndLetsItBeChecked() throws IOException {
        Claire claire = announced(281);
        Page page = browsers.phone();
        page.navigate("/");
        page.getByText("M’opposer à la création").first().click();
        look(page, "opposition-1");
        Claire.go(page, "M’opposer");
        assertThat(page.locator("#erreurs")).isFocused();
        page.locator("#ins").fill(claire.ins());
        page.locator("#serial").fill(claire.serial());
        page.locator("#code").fill("AAAA-BBBB-CCCC");
        Claire.go(page, "M’opposer");
        assertThat(page.locator("#erreurs")).containsText("ne vont pas ensemble");
        assertEquals(claire.ins(), page.locator("#ins").inputValue());
        page.locator("#code").fill(code(claire));
        Claire.go(page, "M’opposer");
        assertThat(page.locator("h1")).hasText("Votre opposition est enregistrée");
        look(page, "opposition-2-proof");
        assertEquals(SpaceState.OPPOSED, space(claire).state());

        String reference = page.locator("dd strong").innerText();
        Download file = page.waitForDownload(
                () -> page.getByText("Télécharger la preuve").click());
        assertEquals("preuve-opposition.pdf", file.suggestedFilename());
        String text = text(file.path());
        assertTrue(text.contains(reference) && text.contains("Claire MARTIN-DURAND"), text);
        assertTrue(text.contains("12 mai 1984") && text.contains("/opposition/verifier"), text);
        TestMailbox.Mail told = MAILBOX.await(claire.email(), 2);
        assertTrue(told.text().contains(reference), told.text());

        page.navigate("/opposition/verifier?reference=" + reference);
        assertEquals(reference, page.locator("#reference").inputValue());
        born(page, "13");
        assertThat(page.locator("#erreurs")).containsText("pas authentique");
        born(page, "12");
        assertThat(page.locator(".fr-alert--success")).containsText("toujours en vigueur");
        look(page, "opposition-3-verified");
        assertTrue(!page.content().contains("MARTIN"), "who checks learns no name");
    }

    private static void born(Page page, String day) {
        page.locator("#born").fill(day);
        page.locator("#born-month").fill("5");
        page.locator("#born-year").fill("1984");
        Claire.go(page, "Vérifier");
    }

    private static String text(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    @Requirement("ENR-04")
    void whoOpposesAgainGetsTheSameProofAlsoAtTheSameMoment() throws Exception {
        Claire claire = announced(282);
        String code = code(claire);
        Callable<String> attempt =
                () -> reference(oppositions.oppose(claire.ins(), claire.serial(), code, "192.0.2.62"));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<String> references = two.invokeAll(List.of(attempt, attempt)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertEquals(references.get(0), references.get(1));
            assertEquals(references.get(0), attempt.call());
        }
    }

    private static String reference(Outcome<Oppositions.Proof> outcome) {
        return switch (outcome) {
            case Outcome.Done<Oppositions.Proof>(Oppositions.Proof proof) -> proof.reference();
            case Outcome.Refused<Oppositions.Proof>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }

    @Test
    @Requirement("ENR-04")
    @Requirement("ENR-06")
    void theLastMomentOfTheSixWeeksCountsAndTheNextDoesNot() throws IOException {
        Claire inTime = announced(283);
        Claire late = announced(284);
        String end = "update account.space set invited_at = now() - interval '50 days', opens_at = %s "
                + "where space_id = :space";
        DATABASE.superuser()
                .sql(end.formatted("now() + interval '1 hour'"))
                .param("space", space(inTime).id().value())
                .update();
        // the period is over, and the job that opens has not come by yet
        DATABASE.superuser()
                .sql(end.formatted("now() - interval '1 second'"))
                .param("space", space(late).id().value())
                .update();
        Outcome<Oppositions.Proof> tooLate = opposes(late);
        assertEquals(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED, "OPEN"), tooLate);
        assertTrue(reference(opposes(inTime)).startsWith("OPP-"));
    }

    @Test
    @Requirement("ENR-04")
    @Requirement("ENR-10")
    void oppositionAfterActivationIsRefusedWithAnExplanation() throws IOException {
        Claire claire = announced(285);
        Page page = browsers.computer();
        claire.activates(page);
        Page other = browsers.computer();
        other.navigate("/opposition");
        other.locator("#ins").fill(claire.ins());
        other.locator("#serial").fill(claire.serial());
        other.locator("#code").fill(code(claire));
        Claire.go(other, "M’opposer");
        assertThat(other.locator("#erreurs")).containsText("a été activé");
        assertEquals(SpaceState.ACTIVATED, space(claire).state());
        look(other, "opposition-too-late");
    }

    @Test
    @Requirement("ENR-10")
    void whoOpposedOpensASpaceAfterAllAndTheProofSaysSo() throws IOException {
        Claire claire = announced(286);
        String reference = reference(opposes(claire));
        Page page = browsers.computer();
        // the second mail to her is the confirmation of the opposition, so codes come one later
        claire.showsHerCard(page);
        Claire.go(page, "Continuer");
        page.getByLabel("Code reçu").fill(TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 3)));
        Claire.go(page, "Continuer");
        page.getByText("J’ai lu et j’accepte").click();
        Claire.go(page, "Continuer");
        page.getByLabel("Choisissez un identifiant").fill(claire.login());
        page.locator("#password").fill(Claire.PASSWORD);
        page.locator("#repeated").fill(Claire.PASSWORD);
        Claire.go(page, "Activer mon espace");
        page.waitForURL("**/espace");
        assertEquals(SpaceState.ACTIVATED, space(claire).state());
        Page other = browsers.computer();
        other.navigate("/opposition/verifier?reference=" + reference);
        born(other, "12");
        assertThat(other.locator(".fr-alert--success")).containsText("a ouvert un espace depuis");
    }

    @Test
    @Requirement("ENR-05")
    void anOppositionOnThePhoneSendsTheSameProof() throws IOException {
        Claire claire = announced(287);
        code(claire);
        String reference = reference(oppositions.byPhone(space(claire).id()));
        assertTrue(MAILBOX.await(claire.email(), 2).text().contains(reference));
        assertEquals(SpaceState.OPPOSED, space(claire).state());
        assertEquals(
                reference, oppositions.proof(space(claire).id()).orElseThrow().reference());
    }

    @Test
    @Requirement("AUT-06")
    void guessingCodesOrReferencesIsSlowedAndAProofNeedsItsSession() throws IOException {
        Claire claire = announced(288);
        Outcome<Oppositions.Proof> last = Outcome.refused(Problem.CODE_WRONG, "code");
        for (int i = 0; i < 8; i++) {
            last = oppositions.oppose(claire.ins(), claire.serial(), "AAAA-BBBB-CCCC", "192.0.2.64");
        }
        assertTrue(last instanceof Outcome.Refused<Oppositions.Proof>(Problem problem, String _)
                && problem == Problem.TOO_MANY_ATTEMPTS);
        assertEquals(SpaceState.NOTIFIED, space(claire).state());
        TestBrowser stranger = new TestBrowser(origin(), "stranger");
        assertEquals(404, stranger.download("/opposition/preuve.pdf").statusCode());
        stranger.get("/opposition/verifier");
        Map<String, String> guess =
                Map.of("reference", "OPP-2222-2222-2222", "born.day", "1", "born.month", "1", "born.year", "1980");
        assertEquals(422, stranger.post("/opposition/verifier", guess).statusCode());
    }
}

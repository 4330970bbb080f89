package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.XdmSamples;
import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.messaging.Incoming;
import fr.monespacesante.messaging.Mailroom;
import fr.monespacesante.messaging.TestMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The messages as people meet them: on a computer and a phone, by keyboard, without script.
class MessagesPageTests extends ServerTest {
    private static final Correspondent DOCTOR = TestMessages.DOCTOR;

    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Doors doors;

    @Autowired
    private Mailroom mailroom;

    @Autowired
    private MailReader reader;

    private Mailroom.Received receive(Claire claire, Incoming incoming) {
        Caller caller = new Caller.Correspondent(
                incoming.from().address(), incoming.from().name(), "operateur.mssante.example");
        Outcome<Mailroom.Received> received = doors.enter(
                caller,
                Ins.of(claire.ins()),
                new MessageAct.ReceiveMessage(incoming.marks()),
                visit -> mailroom.receive(visit, incoming));
        if (received instanceof Outcome.Done<Mailroom.Received>(Mailroom.Received done)) {
            return done;
        }
        throw new AssertionError(received.toString());
    }

    private Mailroom.Received letter(Claire claire, String subject, String text) {
        return receive(claire, TestMessages.letter(DOCTOR, subject, text).incoming());
    }

    private Incoming raw(String mime) {
        byte[] raw = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new Incoming(
                reader.read(raw),
                raw,
                DOCTOR,
                List.of(TestMessages.CARDIOLOGY),
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Page claire(int number) throws IOException {
        Claire claire = new Claire(number, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        return page;
    }

    @Test
    @Requirement("MSG-03")
    @Requirement("MSG-01")
    @Requirement("UI-02")
    void beforeAnybodyWroteThePageTellsHerAddressAndWhoMayBegin() throws IOException {
        Page page = claire(461);
        page.navigate("/espace");
        page.getByText("Lire mes messages").click();
        assertThat(page.locator("main")).containsText("Seul un professionnel peut commencer");
        assertThat(page.locator("#adresse")).hasText(new Claire(461, MAILBOX).ins() + "@patient.mssante.fr");
        look(page, "messages-empty");
    }

    @Test
    @Requirement("MSG-02")
    @Requirement("MSG-03")
    @Requirement("UI-02")
    void readsAnExchangeAnswersWithAFileAndSeesHowFarItCame() throws IOException {
        Page page = claire(462);
        Claire claire = new Claire(462, MAILBOX);
        receive(claire, raw(laidOut("Résultats de votre bilan")));
        letter(claire, "Rendez-vous", "Bonjour, votre rendez-vous est confirmé.");
        page.navigate("/espace");
        assertThat(page.locator("a[href='/espace/messages'] .mes-count")).containsText("2");
        page.locator("nav.fr-nav").getByText("Messages").click();
        assertThat(page.locator(".mes-exchange")).hasCount(2);
        assertThat(page.locator(".mes-row--unread")).hasCount(2);
        look(page, "messages");
        page.getByLabel("Rechercher dans les messages").fill("cholestérol");
        Claire.go(page, "Rechercher");
        assertThat(page.locator(".mes-exchange")).hasCount(1);
        page.locator(".mes-exchange a").click();
        assertThat(page.locator("h1")).hasText("Résultats de votre bilan");
        assertThat(page.locator("main")).containsText("antoine.lefevre@tilleuls.mssante.example");
        assertThat(page.locator("main")).containsText("bilan.pdf");
        assertThat(page.locator("a[href='/espace/messages'] .mes-count")).containsText("1");
        look(page, "message");
        String exchange = page.url();

        page.locator("a.fr-btn")
                .getByText("Répondre", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        look(page, "message-answer");
        Claire.go(page, "Envoyer");
        assertThat(page.locator("#erreurs")).containsText("Écrivez un message");
        page.locator("#texte").fill("Bonjour docteur,\nvoici la photo.");
        page.getByText("Tout le monde").click();
        page.locator("#fichiers")
                .setInputFiles(new FilePayload(
                        "virus.exe", "application/x-msdownload", "MZ\0\0\0binary".getBytes(StandardCharsets.UTF_8)));
        Claire.go(page, "Joindre ces fichiers");
        assertThat(page.locator("#erreurs")).containsText("virus.exe");
        assertEquals("Bonjour docteur,\nvoici la photo.", page.locator("#texte").inputValue());
        page.locator("#fichiers")
                .setInputFiles(new FilePayload(
                        "trop.txt", "text/plain", "a".repeat(5_000_001).getBytes(StandardCharsets.UTF_8)));
        Claire.go(page, "Joindre ces fichiers");
        assertThat(page.locator("#erreurs")).containsText("5 Mo");
        page.locator("#fichiers")
                .setInputFiles(
                        new FilePayload("note.txt", "text/plain", "Tension 13/8".getBytes(StandardCharsets.UTF_8)));
        Claire.go(page, "Joindre ces fichiers");
        assertThat(page.locator("#pieces")).containsText("note.txt");
        assertEquals("Bonjour docteur,\nvoici la photo.", page.locator("#texte").inputValue());
        assertThat(page.locator("#a-tous")).isChecked();
        look(page, "message-answer-files");
        Claire.go(page, "Enregistrer le brouillon");
        assertThat(page.locator("#notice")).containsText("Rien n’est envoyé");
        page.navigate("/espace/messages");
        assertThat(page.locator("main")).containsText("Réponse non envoyée");
        page.navigate(exchange);
        page.getByText("Reprendre ma réponse").click();
        Claire.go(page, "Envoyer");
        assertThat(page.locator("#notice")).containsText("est envoyée");
        assertThat(page.locator(".mes-mail").first()).containsText("voici la photo");
        assertThat(page.locator(".mes-deliveries")).containsText("En cours d’envoi à Dr Antoine LEFÈVRE");
        assertThat(page.locator(".mes-deliveries")).containsText("Secrétariat de cardiologie");
        look(page, "message-answered");
        page.getByText("Imprimer").click();
        assertThat(page.locator("main")).containsText("Pièce jointe : note.txt");
        look(page, "message-print");
    }

    @Test
    @Requirement("MSG-03")
    @Requirement("MSG-06")
    void blocksDeletesAndUndoes() throws IOException {
        Page page = claire(463);
        Claire claire = new Claire(463, MAILBOX);
        letter(claire, "Publicité", "Achetez nos vitamines.");
        page.navigate("/espace/messages");
        page.locator(".mes-exchange a").click();
        page.getByText("Marquer comme non lu").click();
        assertThat(page.locator(".mes-row--unread")).hasCount(1);
        page.locator(".mes-exchange a").click();
        page.getByText("Bloquer cet expéditeur").click();
        look(page, "message-block");
        Claire.go(page, "Bloquer cette adresse");
        assertThat(page.locator("#notice")).containsText("bloquée");
        assertThat(page.locator(".mes-mail")).containsText("Vous avez bloqué");
        page.navigate("/espace/parametres/acces");
        assertThat(page.locator("main")).containsText(DOCTOR.address());
        look(page, "rights-senders");
        page.getByLabel("Débloquer " + DOCTOR.address()).click();
        assertThat(page.locator("#notice")).containsText("débloquée");
        page.navigate("/espace/messages");
        page.locator(".mes-exchange a").click();
        page.getByText("Supprimer l’échange").click();
        assertThat(page.locator("main")).containsText("garde ses propres messages");
        look(page, "message-delete");
        Claire.go(page, "Supprimer pour toujours");
        assertThat(page.locator("#notice")).containsText("supprimé");
        assertThat(page.locator("main")).containsText("Aucun message");
    }

    @Test
    @Requirement("MSG-02")
    void anEndedExchangeSaysSoInPlaceOfTheForm() throws IOException {
        Page page = claire(464);
        Claire claire = new Claire(464, MAILBOX);
        Mailroom.Received received = receive(
                claire,
                TestMessages.letter(DOCTOR, "Fin", "Tout va bien.").closing().incoming());
        page.navigate("/espace/messages/" + received.conversation());
        assertThat(page.locator("main")).containsText("Le professionnel a terminé cet échange");
        assertThat(page.locator("a[href$='/repondre']")).hasCount(0);
        look(page, "message-ended");
        page.navigate("/espace/messages/" + received.conversation() + "/repondre");
        assertTrue(page.url().endsWith(received.conversation().toString()));
    }

    @Test
    @Requirement("MSG-03")
    void anExchangeEndedMeanwhileLosesNothingTyped() throws IOException {
        Page page = claire(465);
        Claire claire = new Claire(465, MAILBOX);
        Mailroom.Received received = letter(claire, "Question", "Prenez-vous encore ce médicament ?");
        page.navigate("/espace/messages/" + received.conversation() + "/repondre");
        page.locator("#texte").fill("Oui, tous les soirs.");
        receive(
                claire,
                TestMessages.letter(DOCTOR, "Re: Question", "Je clos.")
                        .in(received.conversation())
                        .closing()
                        .incoming());
        Claire.go(page, "Envoyer");
        assertThat(page.locator("#erreurs")).containsText("terminé cet échange");
        assertEquals("Oui, tous les soirs.", page.locator("#texte").inputValue());
    }

    @Test
    @Requirement("MSG-03")
    @Requirement("UI-01")
    void allOfItWorksWithoutScriptAndADoubleClickIsOneMessage() throws IOException {
        Claire claire = new Claire(466, MAILBOX);
        Page page = claire(466);
        Mailroom.Received received = letter(claire, "Question", "Comment allez-vous ?");
        Page plain = browsers.withoutScript();
        plain.context().addCookies(page.context().cookies());
        plain.navigate("/espace/messages");
        plain.locator(".mes-exchange a").click();
        plain.locator("a.fr-btn").getByText("Répondre").click();
        plain.locator("#texte").fill("Bien, merci.");
        plain.locator("#fichiers")
                .setInputFiles(new FilePayload("note.txt", "text/plain", "ok".getBytes(StandardCharsets.UTF_8)));
        String draft = plain.locator("input[name=brouillon]").inputValue();
        Claire.go(plain, "Envoyer");
        assertThat(plain.locator("#notice")).containsText("est envoyée");
        assertThat(plain.locator(".mes-mail--mine")).hasCount(1);
        assertThat(plain.locator(".mes-mail--mine")).containsText("note.txt");

        // the same form once more, as a second click or a page that was kept sends it
        page.navigate("/espace/messages/" + received.conversation() + "/repondre");
        page.evaluate("id => document.querySelector('input[name=brouillon]').value = id", draft);
        page.locator("#texte").fill("Bien, merci.");
        Claire.go(page, "Envoyer");
        assertThat(page.locator(".mes-mail--mine")).hasCount(1);
        page.navigate("/espace/messages");
        assertThat(page.getByText("Réponse non envoyée")).hasCount(0);
    }

    @Test
    @Requirement("MSG-03")
    void whatIsTypedIsKeptAsADraftWhileItIsTyped() throws IOException {
        Claire claire = new Claire(467, MAILBOX);
        Page page = claire(467);
        Mailroom.Received received = letter(claire, "Question", "Comment allez-vous ?");
        page.navigate("/espace/messages/" + received.conversation() + "/repondre");
        page.locator("#texte").fill("Je me sens mieux depuis");
        assertThat(page.locator("[data-autosave]"))
                .containsText(
                        "Brouillon enregistré",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(20_000));
        page.navigate("/espace/messages/" + received.conversation() + "/repondre");
        assertEquals("Je me sens mieux depuis", page.locator("#texte").inputValue());
        page.getByText("Abandonner cette réponse").click();
        look(page, "message-discard");
        Claire.go(page, "Abandonner");
        assertThat(page.locator("#notice")).containsText("abandonnée");
        assertThat(page.getByText("Reprendre ma réponse")).hasCount(0);
    }

    @Test
    @Requirement("SEC-04")
    void scriptsInMailRunNowhereAndNamesOfFilesAreWords() throws IOException {
        Claire claire = new Claire(468, MAILBOX);
        Page page = claire(468);
        String evil = "<script>window.top.document.title='pwned'</script><img src=x onerror=\"alert(1)\">"
                + "<a href=\"javascript:alert(2)\">clic</a><p onclick=\"alert(3)\">Bonjour &lt;b&gt;</p>";
        Mailroom.Received received = receive(claire, raw(mime("<b>Objet</b><script>alert(4)</script>", evil, """
                Content-Type: image/svg+xml; name="dessin.svg"
                Content-Disposition: attachment; filename*=utf-8''%3Cimg%20src%3Dx%20onerror%3Dalert(5)%3E%22%0D%0ASet-Cookie%3A%20a%3Db.svg

                <svg xmlns="http://www.w3.org/2000/svg"><script>alert(6)</script></svg>
                """)));
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        page.navigate("/espace/messages");
        page.locator(".mes-exchange a").click();
        assertThat(page.locator("h1")).containsText("<b>Objet</b>");
        page.getByText("Version mise en forme").first().click();
        FrameLocator frame = page.frameLocator(".mes-mail__frame");
        assertThat(frame.locator("body")).containsText("Bonjour <b>");
        assertThat(frame.locator("script")).hasCount(0);
        String base = "/espace/messages/" + received.conversation() + "/" + received.message();
        Response laidOut = page.navigate(base + "/mise-en-forme");
        assertTrue(laidOut.headerValue("content-security-policy").contains("default-src 'none'"));
        assertTrue(laidOut.headerValue("content-security-policy").contains("sandbox"));
        var file = page.request().get(origin() + base + "/pieces/0");
        assertEquals("application/octet-stream", file.headers().get("content-type"));
        assertTrue(file.headers().getOrDefault("content-disposition", "").startsWith("attachment"));
        assertEquals("nosniff", file.headers().get("x-content-type-options"));
        assertFalse(file.headers().containsKey("set-cookie"));
    }

    @Test
    @Requirement("MSG-04")
    @Requirement("MSG-03")
    void savesDocumentsInOneClickAFileAfterAQuestionAndAttachesThemToAnAnswer() throws IOException {
        Claire claire = new Claire(469, MAILBOX);
        Page page = claire(469);
        byte[] report = "Hémoglobine : 13,5 g/dL".getBytes(StandardCharsets.UTF_8);
        Mailroom.Received received = receive(
                claire,
                TestMessages.letter(DOCTOR, "Vos résultats", "Voici votre compte rendu.")
                        .with("IHE_XDM.ZIP", "application/zip", XdmSamples.report(claire.ins(), report, "text/plain"))
                        .with("consignes.txt", "À jeun.")
                        .incoming());
        page.navigate("/espace/messages/" + received.conversation());
        assertThat(page.locator(".mes-mail")).containsText("CR d'examens biologiques");
        look(page, "message-documents");
        Claire.go(page, "Enregistrer dans mes documents");
        assertThat(page.locator("#notice")).containsText("Enregistré");
        assertThat(page.locator(".mes-file .fr-badge--success")).hasCount(1);
        page.getByText("Enregistrer dans mes documents").click();
        assertThat(page.locator("h1")).hasText("Enregistrer dans mes documents");
        look(page, "message-save");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#erreurs")).containsText("type");
        page.locator("#type").selectOption("DOCPAT02");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#notice")).containsText("Enregistré");
        assertThat(page.locator(".mes-file .fr-badge--success")).hasCount(2);
        look(page, "message-saved");
        page.getByText("Voir dans mes documents").first().click();
        assertThat(page.locator("h1")).containsText("CR d'examens biologiques");

        page.navigate("/espace/messages/" + received.conversation() + "/repondre");
        page.locator("#texte").fill("Je vous renvoie ceci.");
        Claire.go(page, "Joindre depuis mes documents");
        assertThat(page.locator("main")).containsText("consignes");
        look(page, "message-pick");
        Claire.go(page, "Joindre les documents choisis");
        assertThat(page.locator("#erreurs")).containsText("au moins un document");
        page.locator("label")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("consignes"))
                .click();
        Claire.go(page, "Joindre les documents choisis");
        assertThat(page.locator("#pieces")).containsText("consignes.txt");
        assertEquals("Je vous renvoie ceci.", page.locator("#texte").inputValue());
        page.getByLabel("Retirer consignes.txt").click();
        assertThat(page.locator("#pieces")).containsText("Aucun fichier");
        assertEquals("Je vous renvoie ceci.", page.locator("#texte").inputValue());
    }

    @Test
    @Requirement("MSG-04")
    void documentsOfSomebodyElseAreNotSaved() throws IOException {
        Claire claire = new Claire(470, MAILBOX);
        Page page = claire(470);
        Mailroom.Received received = receive(
                claire,
                TestMessages.letter(DOCTOR, "Vos résultats", "Voici votre compte rendu.")
                        .with(
                                "IHE_XDM.ZIP",
                                "application/zip",
                                XdmSamples.report("146024315704557", new byte[] {'a'}, "text/plain"))
                        .incoming());
        page.navigate("/espace/messages/" + received.conversation());
        Claire.go(page, "Enregistrer dans mes documents");
        assertThat(page.locator("#notice")).containsText("ne portent pas votre identité");
        assertThat(page.locator(".mes-file .fr-badge--success")).hasCount(0);
    }

    private static String laidOut(String subject) {
        String pdf = Base64.getMimeEncoder().encodeToString("%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return mime(subject, "<p>Bonjour, votre <b>cholestérol</b> est normal.</p>", """
                Content-Type: application/pdf; name="bilan.pdf"
                Content-Disposition: attachment; filename="bilan.pdf"
                Content-Transfer-Encoding: base64

                """ + pdf + "\n");
    }

    private static String mime(String subject, String html, String attachment) {
        return """
                Message-ID: <%s@tilleuls.mssante.example>
                From: =?UTF-8?Q?Dr_Antoine_LEF=C3=88VRE?= <antoine.lefevre@tilleuls.mssante.example>
                To: <patient@patient.mssante.fr>
                Subject: =?UTF-8?B?%s?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=dehors

                --dehors
                Content-Type: multipart/alternative; boundary=dedans

                --dedans
                Content-Type: text/plain; charset=utf-8

                Bonjour,

                votre cholestérol est normal. Continuez ainsi, et revenez me voir dans six mois.

                Dr Lefèvre
                --dedans
                Content-Type: text/html; charset=utf-8

                %s
                --dedans--
                --dehors
                %s
                --dehors--
                """.formatted(
                        UUID.randomUUID(),
                        Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)),
                        html,
                        attachment);
    }

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

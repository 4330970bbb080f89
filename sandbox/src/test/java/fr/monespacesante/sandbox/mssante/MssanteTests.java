package fr.monespacesante.sandbox.mssante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.cast.Cast;
import fr.monespacesante.sandbox.mssante.Letter.Structured;
import fr.monespacesante.sandbox.mssante.ServiceStandIn.Taken;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.w3c.dom.Element;

/// Real mail between a mail program, the operators and a stand-in for the service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MssanteTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLAIRE = Cast.CLAIRE.ins() + "@patient.mssante.fr";
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final Path pki;
    private final RunningSandbox sandbox;
    private final ServiceStandIn service;

    MssanteTests(@TempDir Path directory) throws Exception {
        pki = directory;
        sandbox = RunningSandbox.withOperators(directory);
        service = new ServiceStandIn(directory);
        sandbox.mssante().serviceAt(service.port());
    }

    @AfterEach
    void everythingWorksAgain() {
        sandbox.mssante().trouble().end();
        service.answers(null);
    }

    @AfterAll
    void close() {
        service.close();
        sandbox.close();
    }

    @Test
    void aMailGoesFromAMailProgramToTheServiceUnderTheOperatorsCertificate() throws Exception {
        send(Letter.of(Mailbox.LEFEVRE, CLAIRE, "Été", "Bonjour").closing().wantingReceipt());
        Taken taken = service.await(PATIENCE);
        assertThat(taken.operator()).contains("CN=operateur-sante.mssante.example");
        assertThat(taken.from()).isEqualTo(Mailbox.LEFEVRE.address());
        assertThat(taken.to()).isEqualTo(CLAIRE);
        assertThat(taken.mail().getSubject()).isEqualTo("Été");
        assertThat(taken.mail().getHeader("X-MSS-MES", null)).isEqualTo("FIN");
        assertThat(taken.mail().getHeader("X-MSS-NIL", null)).isNotBlank();
        assertThat(taken.mail().getHeader("Disposition-Notification-To", null)).isEqualTo(Mailbox.LEFEVRE.address());
        assertThat(taken.mail().getMessageID()).endsWith("@tilleuls.mssante.example>");

        send(Letter.of(Mailbox.BENALI, CLAIRE, "Soins", "Bonjour"));
        assertThat(service.await(PATIENCE).operator()).contains("CN=autre-operateur.mssante.example");
    }

    @Test
    void whatTheServiceRefusesComesBackAsAReport() throws Exception {
        service.answers(new RejectException(550, "5.1.1 No such space"));
        send(Letter.of(Mailbox.MARCHAND, CLAIRE, "Refusé", "Bonjour"));
        MimeMessage report = client(Mailbox.MARCHAND).await(PATIENCE, MailClient.subject("Message non remis"));
        assertThat(report.getContentType()).startsWith("multipart/report").contains("delivery-status");
        assertThat(ReceivedParts.of(report).text())
                .contains("Action: failed", "Status: 5.1.1", "Final-Recipient: rfc822; " + CLAIRE);
    }

    @Test
    void whatTheServiceCannotTakeNowIsTriedAgain() throws Exception {
        service.answers(new RejectException(451, "4.3.0 Later"));
        send(Letter.of(Mailbox.LEFEVRE, CLAIRE, "Plus tard", "Bonjour"));
        while (sandbox.mssante().outgoing().all().getFirst().attempts() < 2) {
            Thread.onSpinWait();
        }
        assertThat(sandbox.mssante().outgoing().all().getFirst().lastAnswer()).contains("4.3.0");
        service.answers(null);
        assertThat(service.await(PATIENCE).mail().getSubject()).isEqualTo("Plus tard");
    }

    @Test
    void theServicesMailComesIntoTheMailbox() throws Exception {
        MimeMessage answer = Letter.of(Mailbox.LEFEVRE, Mailbox.LEFEVRE.address(), "Re: fer", "Oui")
                .mime(NOW);
        service.send("mssante.p12", relay(Mailbox.LEFEVRE), CLAIRE, Mailbox.LEFEVRE.address(), answer);
        MimeMessage read = client(Mailbox.LEFEVRE).await(PATIENCE, MailClient.subject("Re: fer"));
        assertThat(read.getMessageID()).isEqualTo(answer.getMessageID());
        assertThat(read.getContent()).asString().contains("Oui");
    }

    @Test
    void nobodyElseMayDeliverAndOnlyToMailboxesThatExist() throws Exception {
        MimeMessage mail = Letter.of(Mailbox.LEFEVRE, CLAIRE, "x", "y").mime(NOW);
        int relay = relay(Mailbox.LEFEVRE);
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> service.send("operator-2.p12", relay, CLAIRE, Mailbox.LEFEVRE.address(), mail))
                .withMessageContaining("5.7.1");
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(
                        () -> service.send("operator-stranger.p12", relay, CLAIRE, Mailbox.LEFEVRE.address(), mail));
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> service.send("mssante.p12", relay, CLAIRE, "nobody@tilleuls.mssante.example", mail))
                .satisfies(refused -> assertThat(allWords(refused)).contains("5.1.1"));
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> service.send("mssante.p12", relay, CLAIRE, Mailbox.BENALI.address(), mail))
                .satisfies(refused -> assertThat(allWords(refused)).contains("5.1.1"));
    }

    @Test
    void theOperatorMisbehavesOnDemand() throws Exception {
        MimeMessage mail = Letter.of(Mailbox.LABORATORY, Mailbox.LABORATORY.address(), "trouble", "y")
                .mime(NOW);
        int relay = relay(Mailbox.LABORATORY);
        Mailbox to = Mailbox.LABORATORY;
        int before = sandbox.mssante().count(to);
        trouble(Trouble.Kind.BUSY);
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> service.send("mssante.p12", relay, CLAIRE, to.address(), mail))
                .withMessageContaining("451");
        trouble(Trouble.Kind.AWAY);
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> service.send("mssante.p12", relay, CLAIRE, to.address(), mail));
        trouble(Trouble.Kind.GREYLIST);
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> service.send("mssante.p12", relay, CLAIRE, to.address(), mail))
                .satisfies(refused -> assertThat(allWords(refused)).contains("4.7.1"));
        service.send("mssante.p12", relay, CLAIRE, to.address(), mail);
        assertThat(sandbox.mssante().count(to)).isEqualTo(before + 1);

        trouble(Trouble.Kind.BOUNCE);
        service.send("mssante.p12", relay, CLAIRE, to.address(), mail);
        Taken report = service.await(PATIENCE);
        assertThat(report.from()).isEmpty();
        assertThat(report.to()).isEqualTo(CLAIRE);
        assertThat(ReceivedParts.of(report.mail()).text()).contains("Status: 5.2.2");
        assertThat(sandbox.mssante().count(to)).isEqualTo(before + 1);
    }

    @Test
    void aMailProgramSendsOnlyUnderItsOwnAddressAndPassword() throws Exception {
        MimeMessage mail = Letter.of(Mailbox.LEFEVRE, CLAIRE, "x", "y").mime(NOW);
        assertThat(sandbox.mssante().trustedList())
                .startsWith("domaine;operateur;relais\n")
                .contains("tilleuls.mssante.example;operateur-sante.mssante.example;localhost:");
        mail.setRecipients(MimeMessage.RecipientType.TO, "someone@elsewhere.test");
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> client(Mailbox.LEFEVRE).send(mail))
                .satisfies(refused -> assertThat(allWords(refused)).contains("5.1.1"));
    }

    @Test
    void aStructuredDocumentGoesAsXdmWithAPdfBesideIt() throws Exception {
        var cda = Conversations.cdaAbout(Cast.CLAIRE.ins(), "biologie-2026-11-03.xml")
                .orElseThrow();
        Structured structured = Structured.of(cda);
        send(Letter.of(Mailbox.LABORATORY, CLAIRE, "", "Vos résultats").withStructured(structured));
        MimeMessage mail = service.await(PATIENCE).mail();
        assertThat(mail.getSubject()).isEqualTo("XDM/1.0/DDM+CR d'examens biologiques DURAND CLAIRE 12/05/1984");
        assertThat(mail.getHeader("X-MSS-CODECDA", null)).isEqualTo("11502-2");
        assertThat(mail.getHeader("X-MSS-INS", null)).isEqualTo("O");
        var attached = ReceivedParts.of(mail).attached();
        assertThat(attached)
                .extracting(ReceivedParts.Attached::name)
                .containsExactly("IHE_XDM.ZIP", "20261103_CR_d_examens_biologiques_DURAND_CLAIRE.pdf");
        Map<String, byte[]> files = unzip(attached.getFirst().bytes());
        assertThat(files)
                .containsOnlyKeys(
                        "INDEX.HTM", "README.TXT", "IHE_XDM/SUBSET01/METADATA.XML", "IHE_XDM/SUBSET01/DOC00001.XML");
        assertThat(files.get("IHE_XDM/SUBSET01/DOC00001.XML")).isEqualTo(cda.bytes());

        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.get("IHE_XDM/SUBSET01/METADATA.XML")));
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("SubmitObjectsRequest");
        var identifiers = document.getElementsByTagNameNS("*", "ExternalIdentifier");
        assertThat(identifiers.getLength()).isEqualTo(5);
        assertThat(((Element) identifiers.item(1)).getAttribute("value"))
                .isEqualTo(structured.about().uniqueId());
    }

    @Test
    void thePagesShowAndWriteMail() throws Exception {
        assertThat(get("/mssante")).contains(Mailbox.LEFEVRE.address(), "Pannes");
        assertThat(get("/mssante/ecrire?de=lefevre")).contains("X-MSS-MES: FIN");
        assertThat(get("/")).contains("/mssante/boite/" + Mailbox.LEFEVRE.address());
        String boundary = "----x";
        String form = """
                --%1$s\r
                Content-Disposition: form-data; name="de"\r
                \r
                cardiology\r
                --%1$s\r
                Content-Disposition: form-data; name="a"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="objet"\r
                \r
                Par la page\r
                --%1$s\r
                Content-Disposition: form-data; name="fichiers"; filename="note.txt"\r
                Content-Type: text/plain\r
                \r
                texte joint\r
                --%1$s--\r
                """.formatted(boundary, CLAIRE);
        var posted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + "/mssante/ecrire"))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(303);
        MimeMessage mail = service.await(PATIENCE).mail();
        assertThat(mail.getSubject()).isEqualTo("Par la page");
        assertThat(ReceivedParts.of(mail).attached().getFirst().name()).isEqualTo("note.txt");

        MimeMessage evil = Letter.of(Mailbox.LEFEVRE, Mailbox.BENALI.address(), "<script>x</script>", "<b>gras</b>")
                .mime(NOW);
        service.send("mssante.p12", relay(Mailbox.BENALI), CLAIRE, Mailbox.BENALI.address(), evil);
        client(Mailbox.BENALI).await(PATIENCE, MailClient.subject("<script>"));
        assertThat(get("/mssante/boite/" + Mailbox.BENALI.address())).doesNotContain("<script>");
        assertThat(get("/mssante/boite/" + Mailbox.BENALI.address() + "/1"))
                .doesNotContain("<script>", "<b>")
                .contains("Répondre");
    }

    @Test
    void theCommandSendsAsAProfessional() throws Exception {
        Path file = Files.writeString(pki.resolve("lettre.txt"), "bonjour");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = MailCommand.run(
                List.of(
                        "send",
                        "--trust",
                        pki.resolve("truststore.p12").toString(),
                        "--submission",
                        String.valueOf(sandbox.mssante().submissionPort()),
                        "--from",
                        "cardiology",
                        "--to",
                        Cast.CLAIRE.ins(),
                        "--subject",
                        "Par la commande",
                        file.toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(service.await(PATIENCE).mail().getSubject()).isEqualTo("Par la commande");
        assertThat(MailCommand.run(
                        List.of("fly"), new PrintStream(said, true, StandardCharsets.UTF_8), Clock.systemUTC()))
                .isEqualTo(2);
    }

    @Test
    void theDemonstrationHasItsExchanges() throws Exception {
        new Conversations(this::client, Clock.systemUTC()).send();
        List<String> subjects = List.of(subject(), subject(), subject(), subject());
        assertThat(subjects)
                .anyMatch(each -> each.startsWith("XDM/1.0/DDM+"))
                .contains("Votre traitement par le fer", "Re: Votre consultation de cardiologie");
    }

    private String subject() throws Exception {
        return service.await(PATIENCE).mail().getSubject();
    }

    private void trouble(Trouble.Kind kind) {
        sandbox.mssante().trouble().begin(kind, Duration.ofMinutes(1));
    }

    private void send(Letter letter) throws MessagingException {
        client(letter.from()).send(letter.mime(NOW));
    }

    private MailClient client(Mailbox mailbox) {
        return sandbox.mssante().client(mailbox);
    }

    private int relay(Mailbox of) {
        String domain = of.address().replaceFirst(".*@", "");
        return sandbox.mssante()
                .trustedList()
                .lines()
                .filter(line -> line.startsWith(domain + ";"))
                .map(line -> Integer.parseInt(line.replaceFirst(".*:", "")))
                .findFirst()
                .orElseThrow();
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String allWords(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        Exception each = (Exception) thrown;
        while (each instanceof MessagingException part) {
            words.append(part.getMessage()).append('\n');
            each = part.getNextException();
        }
        return words.toString();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}

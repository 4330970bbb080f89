package fr.monespacesante.journey;

import static fr.monespacesante.sandbox.mssante.MailClient.subject;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.mssante.Letter;
import fr.monespacesante.sandbox.mssante.MailClient;
import fr.monespacesante.sandbox.mssante.Mailbox;
import fr.monespacesante.sandbox.mssante.Outgoing;
import fr.monespacesante.sandbox.mssante.Trouble;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Professionals write with an ordinary mail program, over TLS, to their operator; the citizen reads and answers on the
/// pages; the answers come back into the mailboxes. Nothing in between is played.
@SuppressWarnings("NullAway.Init")
class MessagingJourneyTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private static World world;
    private static Node service;

    @BeforeAll
    static void theCampaignInvitesEveryone() throws IOException {
        world = World.withMail();
        service = world.start(Map.of());
        world.campaign("automne", World.people());
    }

    @AfterEach
    void theOperatorsWorkAgain() {
        world.mssante().trouble().end();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    @Requirement("MSG-01")
    @Requirement("MSG-02")
    @Requirement("MSG-03")
    @Requirement("MSG-05")
    void aDoctorAsksTheCitizenAnswersAndTheDoctorEndsTheExchange() throws Exception {
        Holder claire = activated("MARTIN-DURAND");
        MimeMessage question =
                writes(Letter.of(Mailbox.LEFEVRE, address(claire), "Votre traitement", "Supportez-vous le fer ?")
                        .withHtml("<p>Supportez-vous le <b>fer</b> ?</p>"));

        String exchange = claire.exchange("Votre traitement");
        assertThat(claire.reads(exchange)).contains("Supportez-vous le fer ?", "LEFÈVRE", "Répondre");

        claire.answers(exchange, "Oui, très bien.\nÀ bientôt.");
        MimeMessage answer = doctor().await(PATIENCE, subject("Votre traitement"));
        assertThat(((InternetAddress) answer.getFrom()[0]).getAddress()).isEqualTo(address(claire));
        assertThat(answer.getHeader("In-Reply-To", " ")).isEqualTo(question.getMessageID());
        assertThat(answer.getHeader("References", " ")).contains(question.getMessageID());
        assertThat(words(answer)).contains("Oui, très bien.", "À bientôt.");
        World.await("the delivery on the page", () -> claire.reads(exchange).contains("Remis à la messagerie"));

        writes(Letter.of(Mailbox.LEFEVRE, address(claire), "Re: Votre traitement", "Parfait, continuez.")
                .answering(answer)
                .closing());
        World.await("the last word", () -> claire.reads(exchange).contains("Parfait, continuez."));
        assertThat(claire.exchanges()).hasSize(1);
        assertThat(claire.reads(exchange)).contains("Le professionnel a terminé cet échange");
        claire.mayNotAnswer(exchange, "Encore une question");
        assertThat(claire.reads(exchange)).doesNotContain("Encore une question");
        assertThat(doctor().inbox()).hasSize(1);

        // the professional writes once more: the exchange is open again
        writes(Letter.of(Mailbox.LEFEVRE, address(claire), "Re: Votre traitement", "Une dernière question.")
                .answering(answer));
        World.await("the exchange to be open", () -> claire.reads(exchange).contains("Répondre"));
    }

    @Test
    @Requirement("MSG-04")
    void aLaboratorysReportComesAsXdmAndItsReceiptGoesBack() throws Exception {
        Holder amelie = activated("BARTHÉLEMY");
        Example biology = World.example(amelie.who(), "biologie-2026-11-03.xml");
        MimeMessage sent = writes(Letter.of(Mailbox.LABORATORY, address(amelie), "", "Vos résultats sont arrivés.")
                .withStructured(Letter.Structured.of(biology))
                .wantingReceipt());

        String exchange = amelie.exchange(sent.getSubject().replace("XDM/1.0/DDM+", ""));
        assertThat(amelie.reads(exchange))
                .contains("Vos résultats sont arrivés.", "IHE_XDM.ZIP", biology.title(), "_BARTHELEMY_");

        MimeMessage receipt =
                world.mssante().client(Mailbox.LABORATORY).await(PATIENCE, MessagingJourneyTests::isReceipt);
        assertThat(words(receipt))
                .contains("Original-Message-ID: " + sent.getMessageID())
                .contains("Final-Recipient: rfc822;")
                .containsIgnoringCase("MDN-sent-automatically")
                .contains("processed");
        assertThat(receipt.getSubject()).doesNotContain("KO");
    }

    @Test
    @Requirement("MSG-01")
    void aMailToNobodyComesBackToItsWriter() throws Exception {
        writes(Letter.of(Mailbox.MARCHAND, "290017505600145@patient.mssante.fr", "Personne", "Bonjour"));
        MimeMessage report = world.mssante().client(Mailbox.MARCHAND).await(PATIENCE, subject("Message non remis"));
        assertThat(words(report)).contains("Status: 5.1.1", "Action: failed");
    }

    @Test
    @Requirement("MSG-03")
    void anAnswerThatDoesNotArriveIsToldInWords() throws Exception {
        Holder marcel = activated("BESSON");
        writes(Letter.of(Mailbox.BENALI, address(marcel), "Pansement", "Je passe demain ?"));
        String exchange = marcel.exchange("Pansement");

        world.mssante().trouble().begin(Trouble.Kind.REFUSE, HOUR);
        marcel.answers(exchange, "Oui, à dix heures.");
        World.await("the refusal", () -> marcel.reads(exchange).contains("Non remis à"));
        assertThat(marcel.reads(exchange)).contains("a refusé le message");

        // accepted at first, sent back after: the report finds its message
        world.mssante().trouble().begin(Trouble.Kind.BOUNCE, HOUR);
        marcel.answers(exchange, "Je répète : à dix heures.");
        World.await("the report", () -> marcel.reads(exchange).split("Non remis à", -1).length == 3);
        assertThat(marcel.reads(exchange)).contains("La boîte du professionnel est pleine");

        world.mssante().trouble().begin(Trouble.Kind.GREYLIST, HOUR);
        marcel.answers(exchange, "Troisième essai.");
        World.await("the first refusal", () -> marcel.reads(exchange).contains("En cours d’envoi"));
        ShiftedClock clock = new ShiftedClock();
        clock.passes(Duration.ofMinutes(2));
        try (Node _ = laterOn(clock)) {
            MimeMessage came = world.mssante().client(Mailbox.BENALI).await(PATIENCE, subject("Pansement"));
            assertThat(words(came)).contains("Troisième essai.");
        }
    }

    @Test
    @Requirement("MSG-03")
    void anOperatorThatIsAwayForADayGetsEverythingOnceItIsBack() throws Exception {
        Holder lina = activated("KADRI");
        writes(Letter.of(Mailbox.CARDIOLOGY, address(lina), "Rendez-vous", "Le 2 décembre ?"));
        String exchange = lina.exchange("Rendez-vous");

        world.mssante().trouble().begin(Trouble.Kind.AWAY, HOUR);
        lina.answers(exchange, "Oui, le 2 me convient.");
        World.await("the first attempt", () -> lina.reads(exchange).contains("En cours d’envoi"));
        ShiftedClock clock = new ShiftedClock();
        try (Node _ = laterOn(clock)) {
            for (int hours = 0; hours < 24; hours += 4) {
                clock.passes(Duration.ofHours(4));
                World.await("the delay to be told", () -> again(lina, exchange).contains("Retardé depuis"));
            }
            world.mssante().trouble().end();
            clock.passes(Duration.ofHours(4));
            MimeMessage came = world.mssante().client(Mailbox.CARDIOLOGY).await(PATIENCE, subject("Rendez-vous"));
            assertThat(words(came)).contains("Oui, le 2 me convient.");
            World.await("the delivery", () -> again(lina, exchange).contains("Remis à la messagerie"));

            // and one that never comes back: after five days it is told
            world.mssante().trouble().begin(Trouble.Kind.AWAY, HOUR);
            lina.answers(exchange, "Avez-vous ma réponse ?");
            World.await("the first attempt", () -> lina.reads(exchange).contains("En cours d’envoi"));
            clock.passes(Duration.ofDays(6));
            World.await("the end of trying", () -> again(lina, exchange).contains("Non remis à"));
            assertThat(again(lina, exchange)).contains("ne répond pas depuis plusieurs jours");
            assertThat(world.mssante().count(Mailbox.CARDIOLOGY)).isEqualTo(1);
        }
    }

    /// A second node of the service, for which it is later: what waits to be sent is sent when its time has come.
    private static Node laterOn(ShiftedClock clock) {
        Node later = world.start(Map.of(), clock);
        world.mssante().serviceAt(service.mailPort());
        return later;
    }

    @Test
    @Requirement("MSG-01")
    void theServiceAwayForAWhileLosesNothing() throws Exception {
        Holder one = activated("PETIT");
        int port = service.mailPort();
        world.mssante().serviceAt(1);
        writes(Letter.of(Mailbox.LEFEVRE, address(one), "Pendant la panne", "Bonjour"));
        World.await(
                "attempts in vain",
                () -> world.mssante().outgoing().all().getFirst().attempts() > 2);
        assertThat(one.exchanges()).isEmpty();
        world.mssante().serviceAt(port);
        one.exchange("Pendant la panne");
        assertThat(world.mssante().outgoing().all().getFirst().state()).isEqualTo(Outgoing.State.DELIVERED);
    }

    /// Reads as one who may have been signed out meanwhile.
    private static String again(Holder holder, String exchange) {
        if (!holder.isIn()) {
            holder.logsIn();
        }
        return holder.reads(exchange);
    }

    private static Holder activated(String usedName) throws IOException {
        return new Holder(world, service, World.person(usedName)).activates();
    }

    private static String address(Holder holder) {
        return holder.who().ins() + "@patient.mssante.fr";
    }

    private static MailClient doctor() {
        return world.mssante().client(Mailbox.LEFEVRE);
    }

    private static MimeMessage writes(Letter letter) throws MessagingException {
        MimeMessage mail = letter.mime(Instant.now());
        world.mssante().client(letter.from()).send(mail);
        return mail;
    }

    private static boolean isReceipt(MimeMessage mail) throws MessagingException {
        return mail.getContentType().contains("disposition-notification");
    }

    /// All the text of a mail, whatever part it is in.
    private static String words(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(words(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        if (part.getContent() instanceof String text) {
            return text;
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

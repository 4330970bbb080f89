package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.messaging.Carriage;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Delivery;
import fr.monespacesante.messaging.Dispatches;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.sandbox.mssante.MailClient;
import fr.monespacesante.sandbox.mssante.Mailbox;
import fr.monespacesante.sandbox.mssante.Trouble;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What a citizen answers goes out over real sockets and real TLS to the sandbox's operators, with a
/// clock that a test moves.
class SendingJourneyTests extends MssanteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Replies replies;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private Carriage carriage;

    @Autowired
    private TrustedDomains domains;

    @Autowired
    private Relays relays;

    @Autowired
    private MailCounts counts;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path lists;

    private final MovedClock clock = new MovedClock();

    @BeforeEach
    void nothingWaits() {
        DATABASE.superuser().sql("delete from messaging.dispatch").update();
        WORLD.mssante().serviceAt(mail.port());
    }

    @AfterEach
    void allIsWell() {
        WORLD.mssante().trouble().end();
    }

    @Test
    @Requirement("MSG-01")
    @Requirement("MSG-03")
    void anAnswerReachesTheProfessionalsMailbox() throws Exception {
        Answer answer = answered("Bonjour docteur");
        assertThat(mailJob().work()).isEqualTo(1);
        MimeMessage mime = inMailbox(answer);
        assertThat(mime.getFrom()[0].toString()).contains(answer.holder.address());
        assertThat(mime.getHeader("In-Reply-To", " ")).isEqualTo(answer.repliedTo);
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.SENT);
        assertThat(count("messaging.dispatch")).isZero();
        assertThat(mailJob().work()).isZero();
    }

    @Test
    @Requirement("MSG-03")
    void anAnswerToAnAnswerFindsItsExchange() throws Exception {
        Answer answer = answered("Question");
        mailJob().work();
        MimeMessage mime = inMailbox(answer);
        String second = letter(DOCTOR, "Re: suite")
                .replace("MIME-Version", "In-Reply-To: " + mime.getMessageID() + "\r\nMIME-Version");
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, answer.holder.address(), second)).startsWith("250 ");
        }
        assertThat(conversationsOf(answer.holder)).hasSize(1).allMatch(one -> one.messages() == 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.Kind.class,
            names = {"AWAY", "BUSY", "GREYLIST"})
    @Requirement("MSG-03")
    void anAnswerWaitsForARelayThatIsNotWell(Trouble.Kind kind) throws Exception {
        Answer answer = answered("Patience " + kind);
        WORLD.mssante().trouble().begin(kind, Duration.ofHours(1));
        mailJob().work();
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.WAITING);
        assertThat(mailJob().work()).as("not before its time").isZero();
        if (kind != Trouble.Kind.GREYLIST) {
            WORLD.mssante().trouble().end();
        }
        clock.moveBy(Duration.ofSeconds(61));
        mailJob().work();
        inMailbox(answer);
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    @Requirement("MSG-03")
    void aRelayThatIsAwayForADayLosesNothing() throws Exception {
        Answer answer = answered("Un jour de panne");
        Answer other = answered("Un autre du même jour");
        WORLD.mssante().trouble().begin(Trouble.Kind.AWAY, Duration.ofDays(9));
        OutgoingMail job = mailJob();
        job.work();
        for (int quarter = 0; quarter < 4 * 24; quarter++) {
            clock.moveBy(Duration.ofMinutes(15));
            job.work();
            if (quarter == 12) {
                assertThat(delivery(answer).state()).isEqualTo(Delivery.State.WAITING);
            }
        }
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.DELAYED);
        assertThat(delivery(answer).status()).startsWith("4.");
        WORLD.mssante().trouble().end();
        clock.moveBy(Duration.ofHours(3));
        job.work();
        for (Answer each : List.of(answer, other)) {
            inMailbox(each);
            assertThat(delivery(each).state()).isEqualTo(Delivery.State.SENT);
        }
        assertThat(count("messaging.dispatch")).isZero();
    }

    @Test
    @Requirement("MSG-03")
    void afterFiveDaysTheWriterIsTold() throws Exception {
        Answer answer = answered("Jamais");
        WORLD.mssante().trouble().begin(Trouble.Kind.BUSY, Duration.ofDays(9));
        OutgoingMail job = mailJob();
        for (int day = 0; day <= 5; day++) {
            job.work();
            clock.moveBy(Duration.ofDays(1));
        }
        failed(answer, "4.4.7");
    }

    @Test
    @Requirement("MSG-03")
    void aRefusalIsToldInTheWordsOfWhoRefused() throws Exception {
        Answer answer = answered("Refusée");
        WORLD.mssante().trouble().begin(Trouble.Kind.REFUSE, Duration.ofHours(1));
        mailJob().work();
        failed(answer, "5.7.1");
        assertThat(delivery(answer).words()).contains("Not wanted here");
    }

    @Test
    @Requirement("MSG-03")
    void aMessageThatComesBackIsToldToo() throws Exception {
        Answer answer = answered("Revenue");
        WORLD.mssante().trouble().begin(Trouble.Kind.BOUNCE, Duration.ofHours(1));
        mailJob().work();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (delivery(answer).state() != Delivery.State.FAILED && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    @Requirement("MSG-03")
    void aReportByWhoDoesNotServeTheAddresseeIsNotBelieved() throws Exception {
        Answer answer = answered("Faux avis");
        mailJob().work();
        MimeMessage mime = inMailbox(answer);
        String report = """
                From: <mailer-daemon@autre.mssante.example>\r
                To: <%1$s>\r
                Message-ID: <%2$s@autre.mssante.example>\r
                MIME-Version: 1.0\r
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
                \r
                --b\r
                Content-Type: text/plain\r
                \r
                Non remis.\r
                --b\r
                Content-Type: message/delivery-status\r
                \r
                Reporting-MTA: dns; autre-operateur.mssante.example\r
                \r
                Final-Recipient: rfc822; %3$s\r
                Action: failed\r
                Status: 5.1.1\r
                \r
                --b\r
                Content-Type: text/rfc822-headers\r
                \r
                Message-ID: %4$s\r
                \r
                --b--\r
                """.formatted(answer.holder.address(), UUID.randomUUID(), DOCTOR, mime.getMessageID());
        try (SmtpTalk talk = SmtpTalk.as(OTHER, CERTIFICATES, mail.port())) {
            assertThat(talk.deliver("", answer.holder.address(), report)).startsWith("550 5.7.1");
        }
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.SENT);
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver("", answer.holder.address(), report)).startsWith("250 2.0.0");
            assertThat(talk.deliver(
                            "",
                            answer.holder.address(),
                            report.replace(mime.getMessageID(), "<inconnu@patient.mssante.fr>")))
                    .startsWith("550 5.7.1");
        }
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.FAILED);
        assertThat(conversationsOf(answer.holder)).hasSize(1).allMatch(one -> one.messages() == 2);
    }

    @Test
    @Requirement("MSG-01")
    void whoDoesNotBearTheOperatorsNameGetsNothing() throws Exception {
        Answer answer = answered("À un imposteur");
        TrustedDomain real = domains.find("tilleuls.mssante.example").orElseThrow();
        Path list = Files.writeString(
                lists.resolve("list.csv"),
                "tilleuls.mssante.example;vrai-operateur.mssante.example;localhost:" + real.port());
        job(new TrustedDomains(list)).work();
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.WAITING);
        assertThat(WORLD.mssante().client(Mailbox.LEFEVRE).inbox()).noneMatch(one -> isAnswer(one.mail(), answer));
    }

    @Test
    @Requirement("MSG-01")
    void aDomainThatIsNoLongerOnTheListIsNotWrittenTo() throws Exception {
        Answer answer = answered("Plus de confiance");
        Path list = Files.writeString(
                lists.resolve("list.csv"), "ailleurs.mssante.example;operateur.mssante.example;localhost:25");
        job(new TrustedDomains(list)).work();
        failed(answer, "5.7.1");
    }

    @Test
    @Requirement("MSG-03")
    void aRowThatCannotBeReadHoldsUpNoOther() throws Exception {
        Answer poison = answered("Abîmée");
        Answer fine = answered("Saine");
        try (var files = Files.walk(HOME.resolve("blobs"))) {
            UUID blob = DATABASE.superuser()
                    .sql("select blob from messaging.message where space_id = :space and id = :id")
                    .param("space", poison.holder.space().value())
                    .param("id", poison.message)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .single();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> one.getFileName().toString().contains(blob.toString()))
                    .toList()) {
                Files.writeString(file, "damaged");
            }
        }
        DATABASE.superuser().sql("""
                        insert into messaging.dispatch (id, space_id, message, kind, addressee, since, due_at)
                        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'MESSAGE', 0, now(),
                                now() - interval '1 hour')
                        """).update();
        mailJob().work();
        inMailbox(fine);
        assertThat(delivery(fine).state()).isEqualTo(Delivery.State.SENT);
        assertThat(delivery(poison).state()).isEqualTo(Delivery.State.WAITING);
        assertThat(count("messaging.dispatch"))
                .as("the damaged one waits, the one of nobody is struck")
                .isEqualTo(1);
    }

    @Test
    void nothingLeavesASpaceThatWasClosedMeanwhile() throws Exception {
        Answer answer = answered("Trop tard");
        DATABASE.superuser()
                .sql("update account.space set state = :state where space_id = :id")
                .param("state", SpaceState.CLOSED.name())
                .param("id", answer.holder.space().value())
                .update();
        mailJob().work();
        assertThat(count("messaging.dispatch")).isZero();
        assertThat(WORLD.mssante().client(Mailbox.LEFEVRE).inbox()).noneMatch(one -> isAnswer(one.mail(), answer));
    }

    @Test
    @Requirement("MSG-04")
    void aReceiptThatIsAskedForIsSent() throws Exception {
        Holder holder = holder();
        String subject = "Accusé " + UUID.randomUUID();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(
                            DOCTOR,
                            holder.address(),
                            "Disposition-Notification-To: <" + DOCTOR + ">\r\n" + letter(DOCTOR, subject)))
                    .startsWith("250 ");
        }
        mailJob().work();
        MimeMessage receipt = WORLD.mssante().client(Mailbox.LEFEVRE).await(PATIENCE, MailClient.subject(subject));
        assertThat(receipt.getContentType()).contains("multipart/report");
        assertThat(count("messaging.dispatch")).isZero();
    }

    /// @param repliedTo the id of the professional's message
    private record Answer(Holder holder, UUID conversation, UUID message, String text, String repliedTo) {}

    private Answer answered(String text) throws IOException {
        Holder holder = holder();
        String id = "<" + UUID.randomUUID() + "@tilleuls.mssante.example>";
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, holder.address(), letter(DOCTOR, "Vos résultats", id)))
                    .startsWith("250 ");
        }
        Conversation conversation = conversationsOf(holder).getFirst();
        Message message = done(doors.enter(
                holder.citizen(),
                holder.space(),
                new MessageAct.WriteMessage(conversation.id(), MessageAct.WriteMessage.Step.SEND),
                visit -> replies.send(visit, conversation.id(), UUID.randomUUID(), false, text)));
        return new Answer(holder, conversation.id(), message.id(), text, id);
    }

    private OutgoingMail mailJob() {
        return job(domains);
    }

    private OutgoingMail job(TrustedDomains list) {
        return new OutgoingMail(dispatches, carriage, doors, list, relays, counts, clock);
    }

    private MimeMessage inMailbox(Answer answer) throws Exception {
        return WORLD.mssante().client(Mailbox.LEFEVRE).await(PATIENCE, mail -> isAnswer(mail, answer));
    }

    private static boolean isAnswer(MimeMessage mail, Answer answer) {
        try {
            return mail.getFrom() != null
                    && mail.getFrom()[0].toString().contains(answer.holder.address())
                    && mail.getContent().toString().contains(answer.text);
        } catch (jakarta.mail.MessagingException | IOException e) {
            return false;
        }
    }

    private Delivery delivery(Answer answer) {
        return done(doors.enter(
                        answer.holder.citizen(),
                        answer.holder.space(),
                        new MessageAct.ReadMessage(answer.conversation),
                        visit -> conversations.read(visit, answer.conversation, 0)))
                .messages()
                .stream()
                .filter(Message::outgoing)
                .findFirst()
                .orElseThrow()
                .deliveries()
                .getFirst();
    }

    private void failed(Answer answer, String status) {
        assertThat(delivery(answer).state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery(answer).status()).isEqualTo(status);
        assertThat(count("messaging.dispatch")).isZero();
        assertThat(count("notification.notice where space_id = '" + answer.holder.space() + "'"))
                .as("that a professional wrote, and that the answer came back")
                .isEqualTo(2);
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}

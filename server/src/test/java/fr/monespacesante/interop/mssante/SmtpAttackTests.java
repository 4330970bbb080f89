package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.content.FakeClamd;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.sandbox.mssante.Letter;
import fr.monespacesante.sandbox.mssante.XdmPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers, impostors and careless programs send to the port for mail.
class SmtpAttackTests extends MssanteTest {
    @AfterEach
    void theAntivirusIsWell() {
        ANTIVIRUS.is(FakeClamd.Mood.WELL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL FROM:<" + DOCTOR + ">",
                "RCPT TO:<284053155512379@patient.mssante.fr>",
                "DATA",
                "BDAT 10 LAST",
                "VRFY 284053155512379",
                "EXPN tous",
                "AUTH PLAIN AAAA",
                "RSET",
                "HELP",
                "HELO client.example"
            })
    @Requirement("MSG-01")
    void nothingIsDoneBeforeTls(String command) throws Exception {
        try (SmtpTalk talk = SmtpTalk.plain(mail.port())) {
            assertThat(talk.say("EHLO client.example")).contains("STARTTLS").doesNotContain("SIZE");
            assertThat(talk.say(command)).isEqualTo("530 5.7.0 Must issue a STARTTLS command first");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator-expired.p12", "operator-stranger.p12", "truststore.p12"})
    @Requirement("MSG-01")
    void aCertificateThatIsNotVouchedForGetsNoFurther(String certificate) throws Exception {
        try (SmtpTalk talk = SmtpTalk.plain(mail.port())) {
            talk.say("EHLO client.example");
            assertThat(talk.say("STARTTLS")).startsWith("220 ");
            String answer;
            try {
                talk.tls(certificate, CERTIFICATES);
                answer = talk.say("EHLO client.example");
            } catch (IOException e) {
                answer = "";
            }
            assertThat(answer).isEmpty();
        }
    }

    @Test
    @Requirement("MSG-01")
    void anOperatorOnNoListSpeaksForNobody() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = SmtpTalk.as("operator-unlisted.p12", CERTIFICATES, mail.port())) {
            assertThat(talk.say("MAIL FROM:<" + DOCTOR + ">")).startsWith("550 5.7.1");
            assertThat(talk.say("MAIL FROM:<x@inconnu.mssante.example>")).startsWith("550 5.7.1");
            assertThat(talk.say("MAIL FROM:<>")).startsWith("550 5.7.1");
            assertThat(talk.say("RCPT TO:<" + claire.address() + ">")).startsWith("503 5.5.1");
        }
        assertThat(traces(claire)).isZero();
    }

    @Test
    @Requirement("MSG-01")
    void nobodySpeaksInTheNameOfAnotherOperatorsDomain() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.say("MAIL FROM:<" + NURSE + ">")).startsWith("550 5.7.1");
            assertThat(talk.say("MAIL FROM:<direction@gmail.example>")).startsWith("550 5.7.1");
            assertThat(talk.say("MAIL FROM:<284053155512379@patient.mssante.fr>"))
                    .startsWith("550 5.7.1");
            assertThat(talk.deliver(DOCTOR, claire.address(), letter(NURSE, "Usurpée")))
                    .isEqualTo("550 5.7.1 The certificate does not speak for the domain in From");
            assertThat(talk.deliver(
                            DOCTOR, claire.address(), "From: <" + NURSE + ">\r\n" + letter(DOCTOR, "Deux auteurs")))
                    .startsWith("554 5.6.0");
        }
        assertThat(conversationsOf(claire)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quelquun@tilleuls.mssante.example",
                "quelquun@ailleurs.example",
                "quelquun%ailleurs.example@patient.mssante.fr",
                "ailleurs.example!quelquun@patient.mssante.fr",
                "284053155512379@sous.patient.mssante.fr",
                "284053155512379@patient.mssante.fr.ailleurs.example",
                "@patient.mssante.fr:quelquun@ailleurs.example",
                "postmaster@patient.mssante.fr",
                "2.84053155512379@patient.mssante.fr",
                "284053155512378@patient.mssante.fr",
                "28405315551237@patient.mssante.fr"
            })
    @Requirement("MSG-01")
    void nothingIsRelayedAndNobodyElseIsHere(String recipient) throws Exception {
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            assertThat(talk.say("RCPT TO:<" + recipient + ">"))
                    .matches("(550 5\\.7\\.1 Relaying denied|553 5\\.1\\.3 .*)")
                    .doesNotContain(recipient);
            assertThat(talk.say("DATA")).startsWith("503 5.5.1");
        }
    }

    @Test
    @Requirement("MSG-06")
    void whoGuessesAddressesIsSentAway() throws Exception {
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            String answer = "";
            int asked = 0;
            while (!answer.startsWith("421")) {
                String thirteen = "2840531999%03d".formatted(asked++);
                answer = talk.say(
                        "RCPT TO:<" + thirteen + fr.monespacesante.kernel.Ins.keyOf(thirteen) + "@patient.mssante.fr>");
            }
            assertThat(answer).startsWith("421 4.7.0");
            assertThat(asked).isLessThanOrEqualTo(7);
            assertThat(talk.isOver()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r\n.\n",
                "\r\n.\r",
                "\r.\r\n",
                "\r.\r",
                "\r\n.\r\r\n",
                "\r\n\u0000.\r\n",
                "\n\n.\r\n",
                "\r\r\n.\r\r\n"
            })
    @Requirement("MSG-06")
    void nothingButOneSequenceEndsAMessage(String almost) throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            talk.say("RCPT TO:<" + claire.address() + ">");
            talk.say("DATA");
            talk.write(letter(DOCTOR, "La première").replaceAll("(?m)^\\.", "..") + "fin" + almost + "MAIL FROM:<"
                    + DOCTOR + ">\r\nRCPT TO:<" + claire.address() + ">\r\nDATA\r\n" + letter(DOCTOR, "La clandestine")
                    + "\r\n.\r\n");
            String answer = talk.reply();
            if (almost.contains("\u0000")) {
                assertThat(answer).startsWith("250 ");
            } else {
                assertThat(answer).startsWith("554 5.6.0");
                assertThat(talk.isOver()).isTrue();
            }
        }
        assertThat(conversationsOf(claire)).allMatch(one -> one.subject().equals("La première"));
    }

    @Test
    void whatIsRefusedIsNotReadAsCommands() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            String smuggled = "MAIL FROM:<" + DOCTOR + ">\r\nRCPT TO:<" + claire.address() + ">\r\nQUIT\r\n";
            assertThat(talk.deliver(
                            DOCTOR,
                            claire.address(),
                            letter(DOCTOR, "Trop long") + ("x".repeat(998) + "\r\n").repeat(2_300) + smuggled))
                    .startsWith("552 5.3.4");
            assertThat(talk.say("NOOP")).isEqualTo("250 2.0.0 OK");
            assertThat(talk.say("RCPT TO:<" + claire.address() + ">")).startsWith("503 5.5.1");
        }
    }

    @Test
    void whoDoesNotStopIsCutOff() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            talk.say("RCPT TO:<" + claire.address() + ">");
            talk.say("DATA");
            String answer = "";
            try {
                for (int i = 0; i < 100; i++) {
                    talk.write(("x".repeat(998) + "\r\n").repeat(1_000));
                }
            } catch (IOException closed) {
                answer = "closed";
            }
            assertThat(answer).isEqualTo("closed");
        }
        assertThat(mail.memory().taken()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NOOP x\ny", "NOOP x\ry", "MAIL FROM:<a@b.example>\nRCPT TO:<c@d.example>", "EHLO a\r\r\nNOOP"})
    void aBareLineEndInACommandEndsTheConnection(String command) throws Exception {
        try (SmtpTalk talk = operator()) {
            assertThat(talk.say(command)).startsWith("501 ");
            assertThat(talk.isOver()).isTrue();
        }
    }

    @Test
    void whatIsSentInTheClearBehindStarttlsIsNeverObeyed() throws Exception {
        try (SmtpTalk talk = SmtpTalk.plain(mail.port())) {
            talk.say("EHLO client.example");
            talk.write("STARTTLS\r\nEHLO intrus.example\r\nMAIL FROM:<" + DOCTOR + ">\r\n");
            assertThat(talk.reply()).startsWith("503 5.5.1");
            assertThat(talk.isOver()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "EHLO client.example"})
    void whoDoesNotWaitForAnAnswerIsCutOff(String command) throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            talk.say("RCPT TO:<" + claire.address() + ">");
            talk.write(command + "\r\n" + letter(DOCTOR, "Trop tôt") + "\r\n.\r\n");
            assertThat(talk.reply()).startsWith("503 5.5.1");
            assertThat(talk.isOver()).isTrue();
        }
        assertThat(conversationsOf(claire)).isEmpty();
    }

    @Test
    void whatMayBePipelinedIs() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            talk.write("RSET\r\nMAIL FROM:<" + DOCTOR + ">\r\nRCPT TO:<" + claire.address() + ">\r\nDATA\r\n");
            assertThat(talk.reply()).startsWith("250 2.0.0");
            assertThat(talk.reply()).startsWith("250 2.1.0");
            assertThat(talk.reply()).startsWith("250 2.1.5");
            assertThat(talk.reply()).startsWith("354 ");
            talk.write(letter(DOCTOR, "D'un trait").replaceAll("(?m)^\\.", "..") + ".\r\n");
            assertThat(talk.reply()).startsWith("250 2.0.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VRFY 284053155512379", "EXPN tous", "HELP", "BDAT 5 LAST", "AUTH PLAIN", "TURN"})
    void whatTellsTooMuchIsNotOffered(String command) throws Exception {
        try (SmtpTalk talk = operator()) {
            assertThat(talk.say(command)).isEqualTo("502 5.5.1 Command not offered");
        }
    }

    @Test
    void whatCannotBeUnderstoodIsCountedAndCutOff() throws Exception {
        try (SmtpTalk talk = operator()) {
            assertThat(talk.say("MAIL FROM:<" + DOCTOR + "> X-MORE=1")).startsWith("555 5.5.4");
            assertThat(talk.say("MAIL FROM:<a b@c.example>")).startsWith("501 5.5.2");
            assertThat(talk.say("MAIL FROM:<\"x\"@tilleuls.mssante.example>")).startsWith("553 5.1.7");
            assertThat(talk.say("MAILFROM:<" + DOCTOR + ">")).startsWith("500 5.5.1");
            assertThat(talk.say("NOOP \u0001")).startsWith("501 ");
            String answer = "";
            for (int i = 0; i < 20 && !answer.startsWith("421"); i++) {
                answer = talk.say("DATA");
                if (i == 14) {
                    answer = talk.reply();
                }
            }
            assertThat(answer).startsWith("421 4.7.0");
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws Exception {
        try (SmtpTalk talk = operator()) {
            talk.write("NOOP " + "x".repeat(1_000));
            assertThat(talk.reply()).startsWith("501 ");
            assertThat(talk.isOver()).isTrue();
        }
    }

    @Test
    void whoShowsNoCertificateDoesNotHoldAConnection() throws Exception {
        try (SmtpTalk talk = SmtpTalk.plain(mail.port())) {
            assertThat(talk.isOver()).isTrue();
        }
    }

    @Test
    void manyLargeMessagesAtOnceFindAnEndOfMemory() throws Exception {
        Holder claire = holder();
        List<SmtpTalk> talks = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                SmtpTalk talk = operator();
                talks.add(talk);
                talk.say("MAIL FROM:<" + DOCTOR + ">");
                talk.say("RCPT TO:<" + claire.address() + ">");
                talk.say("DATA");
                talk.write(letter(DOCTOR, "Gros " + i).replaceAll("(?m)^\\.", "..")
                        + ("x".repeat(998) + "\r\n").repeat(1_900));
            }
            for (SmtpTalk talk : talks.reversed()) {
                talk.write(".\r\n");
                answers.add(talk.reply());
            }
        } finally {
            talks.forEach(SmtpTalk::close);
        }
        assertThat(answers).anyMatch(answer -> answer.startsWith("452 4.3.1"));
        assertThat(answers).anyMatch(answer -> answer.startsWith("250 2.0.0"));
        assertThat(mail.memory().taken()).isZero();
    }

    @Test
    @Requirement("MSG-06")
    void whatIsInfectedIsRefusedAndTheHolderIsTold() throws Exception {
        Holder claire = holder();
        byte[] harmful = FakeClamd.SIGNATURE.getBytes(StandardCharsets.US_ASCII);
        try (SmtpTalk talk = operator()) {
            // unreadable in base64: the part itself has to be looked at
            assertThat(talk.deliver(DOCTOR, claire.address(), letterWith(DOCTOR, "photo.jpg", harmful)))
                    .isEqualTo("550 5.7.1 The antivirus found something in the message");
        }
        assertThat(conversationsOf(claire)).isEmpty();
        assertThat(count("notification.notice where space_id = '" + claire.space() + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SILENT", "BROKEN", "LIMITED"})
    @Requirement("MSG-06")
    void whatCannotBeCheckedIsPutOff(String mood) throws Exception {
        Holder claire = holder();
        ANTIVIRUS.is(FakeClamd.Mood.valueOf(mood));
        String letter = letter(DOCTOR, "Pas vérifiée");
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, claire.address(), letter)).startsWith("451 4.3.0");
            assertThat(conversationsOf(claire)).isEmpty();
            ANTIVIRUS.is(FakeClamd.Mood.WELL);
            assertThat(talk.deliver(DOCTOR, claire.address(), letter)).startsWith("250 2.0.0");
        }
    }

    @Test
    @Requirement("DOC-09")
    void whatThePatientMayNotSeeYetIsNotSentToThePatient() throws Exception {
        Holder claire = holder();
        byte[] zip = hidden(xdm());
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, claire.address(), letterWith(DOCTOR, "IHE_XDM.ZIP", zip)))
                    .isEqualTo("550 5.7.1 A document in the message is marked as not to be shown to its reader");
            assertThat(talk.deliver(DOCTOR, claire.address(), letterWith(DOCTOR, "IHE_XDM.ZIP", xdm())))
                    .startsWith("250 ");
        }
        assertThat(conversationsOf(claire)).hasSize(1);
        assertThat(count("notification.notice where space_id = '" + claire.space() + "'"))
                .as("that it was refused is no news to the patient, either")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n"})
    void withoutASenderNothingComesInButReports(String more) throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver("", claire.address(), more + letter(DOCTOR, "Sans expéditeur")))
                    .isEqualTo("550 5.7.1 Without a sender only reports on messages from here are taken");
        }
        assertThat(conversationsOf(claire)).isEmpty();
    }

    @Test
    void anIdOfAnotherLineIsNoHeader() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.say("MAIL FROM:<" + DOCTOR + ">\u000bX-Injected: 1"))
                    .startsWith("501 ");
            assertThat(talk.deliver(
                            DOCTOR,
                            claire.address(),
                            letter(DOCTOR, "=?utf-8?Q?Bonjour=0D=0ABcc:_tous@ailleurs.example?=")))
                    .startsWith("250 ");
        }
        assertThat(conversationsOf(claire).getFirst().subject()).doesNotContain("\n", "\r");
    }

    private static byte[] xdm() {
        Letter.Structured cda = Letter.Structured.of(Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 11, 1), "smtp"));
        return new XdmPackage(List.of(new XdmPackage.Content(cda.about(), cda.bytes())), Instant.EPOCH).zip();
    }

    private static byte[] hidden(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().endsWith("METADATA.XML")) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    bytes = text.replace("nodeRepresentation=\"N\"", "nodeRepresentation=\"INVISIBLE_PATIENT\"")
                            .getBytes(StandardCharsets.UTF_8);
                    assertThat(text.getBytes(StandardCharsets.UTF_8)).isNotEqualTo(bytes);
                }
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(bytes);
            }
        }
        return out.toByteArray();
    }
}

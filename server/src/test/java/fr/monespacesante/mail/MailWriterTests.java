package fr.monespacesante.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Outgoing.File;
import fr.monespacesante.mail.Report.ReceiptReport;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailWriterTests {
    private static final Address CLAIRE = new Address("284053155512379@patient.mssante.fr", "Claire MARTIN-DURAND");
    private static final Address DOCTOR = new Address("antoine.lefevre@tilleuls.mssante.example", "Dr Antoine LEFÈVRE");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final MailWriter writer = new MailWriter();
    private final MailReader reader = new MailReader(MailLimits.defaults());

    @Nested
    class AReply {
        @Test
        @Requirement("MSG-03")
        void isReadAsItWasWritten() throws Exception {
            String text = "Bonjour Docteur,\n\nvoici les résultats “complets”, à " + "très ".repeat(60)
                    + "bientôt.\n.\nFrom ici";
            String subject = "Re: "
                    + "Résultats de biologie – contrôle à trois mois ".repeat(3).strip();
            Outgoing message = new Outgoing(
                    "<r1@patient.mssante.fr>",
                    NOW,
                    CLAIRE,
                    List.of(DOCTOR, Address.of("labo@minimes.mssante.example")),
                    List.of(new Address("b@c.example", "\"Dupont\", Jean")),
                    subject,
                    text,
                    List.of(
                            new File("Résumé d'été.pdf", "application/pdf", Messages.PDF),
                            new File("photo.png", "image/png", Messages.PNG)),
                    false,
                    true,
                    "MES-0001");
            byte[] raw = done(writer.reply(message, "<m2@tilleuls.example>", List.of("<m1@tilleuls.example>")));

            Mail mail = reader.read(raw);
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.from()).contains(CLAIRE);
            assertThat(mail.to()).containsExactly(DOCTOR, Address.of("labo@minimes.mssante.example"));
            assertThat(mail.cc()).containsExactly(new Address("b@c.example", "\"Dupont\", Jean"));
            assertThat(mail.references()).containsExactly("<m1@tilleuls.example>", "<m2@tilleuls.example>");
            assertThat(mail.text()).isEqualTo(text);
            assertThat(mail.date()).contains(NOW);
            assertThat(mail.signs().receiptTo()).contains(CLAIRE);
            assertThat(mail.signs().product()).isEqualTo("MES-0001");
            assertThat(mail.attachments())
                    .extracting(Attachment::name)
                    .containsExactly("Résumé d'été.pdf", "photo.png");
            assertThat(reader.part(raw, 1).orElseThrow().bytes()).isEqualTo(Messages.PNG);

            // and by another implementation
            MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            assertThat(read.getSubject()).isEqualTo(subject);
            assertThat(((MimeMultipart) read.getContent()).getCount()).isEqualTo(3);
            assertThat(((MimeMultipart) read.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString()
                            .replace("\r\n", "\n"))
                    .startsWith(text);
            assertThat(read.getAllRecipients()).hasSize(3);
            onlyShortLinesOfAscii(raw);
        }

        @Test
        void plainAsciiStaysAsItIs() {
            byte[] raw = done(writer.newMessage(message("Bonjour", "Tout va bien.\nMerci.", List.of())));
            assertThat(new String(raw, StandardCharsets.US_ASCII))
                    .contains("\r\nSubject: Bonjour\r\n")
                    .contains("Content-Transfer-Encoding: 7bit\r\n\r\nTout va bien.\r\nMerci.\r\n")
                    .doesNotContain("In-Reply-To", "X-MSS-MES");
        }

        @Test
        @Requirement("MSG-02")
        void aProfessionalClosesTheExchange() {
            Outgoing closing = new Outgoing(
                    "<f@tilleuls.mssante.example>",
                    NOW,
                    DOCTOR,
                    List.of(CLAIRE),
                    List.of(),
                    "Fin",
                    "Au revoir",
                    List.of(),
                    true,
                    false,
                    "");
            assertThat(reader.read(done(writer.newMessage(closing))).signs().closes())
                    .isTrue();
        }
    }

    @Nested
    @Requirement("SEC-04")
    class NoFieldBecomesAHeader {
        @Test
        void whateverHoldsALineBreakIsRefused() {
            for (String attack : List.of("a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\0b", "a\u0085b", "a\u2028b")) {
                refused("subject", message(attack, "x", List.of()));
                refused("attachments", message("a", "x", List.of(new File(attack, "text/plain", new byte[1]))));
                refused(
                        "attachments",
                        message("a", "x", List.of(new File("a", "text/plain\r\nX: " + attack, new byte[1]))));
            }
        }

        @Test
        void addressesAndIdsAreWhatTheySay() {
            for (String attack : List.of(
                    "a@b.example>\r\nBcc: <c@d.example",
                    "a",
                    "a@b@c",
                    "a b@c.example,d@e.example",
                    "",
                    "é@b.example")) {
                Outgoing message = new Outgoing(
                        "<a@b.example>",
                        NOW,
                        CLAIRE,
                        List.of(Address.of(attack)),
                        List.of(),
                        "s",
                        "t",
                        List.of(),
                        false,
                        false,
                        "");
                refused("to", message);
            }
            Outgoing message = message("s", "t", List.of());
            assertThat(writer.reply(message, "<a@b>\r\nX: y", List.of()))
                    .isEqualTo(Outcome.refused(Problem.MALFORMED, "repliedTo"));
            byte[] raw = done(writer.reply(message, "<a@b>", List.of("<c@d>\r\nX-Y: z", "<e@f>")));
            assertThat(new String(raw, StandardCharsets.US_ASCII))
                    .doesNotContain("X-Y")
                    .contains("<e@f>");
        }

        @Test
        void aNameIsQuotedOrEncoded() {
            Address sly = new Address("a@b.example", "x\" <c@d.example>, \"y\r\nBcc: e@f.example");
            Outgoing message = new Outgoing(
                    "<a@b.example>", NOW, CLAIRE, List.of(sly), List.of(), "s", "t", List.of(), false, false, "");
            Mail mail = reader.read(done(writer.newMessage(message)));
            assertThat(mail.to()).extracting(Address::address).containsExactly("a@b.example");
        }

        @Test
        void wordsThatLookLikeABoundaryEndNothing() {
            String text = "x\n--=_\nContent-Type: text/html\n\n<b>é</b>";
            Mail mail = reader.read(done(writer.newMessage(
                    message("s", text, List.of(new File("a.pdf", "application/pdf", Messages.PDF))))));
            assertThat(mail.text()).isEqualTo(text);
            assertThat(mail.attachments()).hasSize(1);
        }

        private void refused(String where, Outgoing message) {
            assertThat(writer.newMessage(message)).isEqualTo(Outcome.refused(Problem.MALFORMED, where));
        }
    }

    @Nested
    @Requirement("MSG-04")
    class AReceipt {
        private final byte[] original = Messages.of("""
                From: labo@minimes.mssante.example
                Subject: XDM/1.0/DDM+CR DURAND Claire 12/05/1984
                Message-ID: <m17@minimes.mssante.example>

                Bonjour
                """);

        @Test
        void tellsThatTheMessageWasTakenIn() {
            byte[] raw = done(writer.receipt(receipt(Optional.empty())));
            Mail mail = reader.read(raw);
            assertThat(mail.report())
                    .contains(new ReceiptReport(
                            "<m17@minimes.mssante.example>", CLAIRE.address(), "processed", false, ""));
            assertThat(mail.subject()).isEqualTo("XDM/1.0/DDM+CR DURAND Claire 12/05/1984");
            assertThat(mail.signs().automatic()).isTrue();
            assertThat(new String(raw, StandardCharsets.US_ASCII))
                    .contains("Disposition: automatic-action/MDN-sent-automatically; processed\r\n")
                    .contains("Auto-Submitted: auto-replied\r\n")
                    .contains("Original-Recipient: rfc822;284053155512379@patient.mssante.fr\r\n");
            onlyShortLinesOfAscii(raw);
        }

        @Test
        void tellsWithItsCodeWhyADocumentWasNot() {
            byte[] raw = done(writer.receipt(receipt(Optional.of(IntegrationError.INS_DIFFERS))));
            Mail mail = reader.read(raw);
            assertThat(mail.subject())
                    .isEqualTo("[KO Intégration système !][904] XDM/1.0/DDM+CR DURAND Claire 12/05/1984");
            assertThat(mail.report().orElseThrow()).isInstanceOfSatisfying(ReceiptReport.class, report -> {
                assertThat(report.failed()).isTrue();
                assertThat(report.error()).startsWith("904^");
            });
            assertThat(mail.text()).contains("904");
            assertThat(reader.part(raw, 0).orElseThrow().bytes()).startsWith(original);
        }

        private Receipt receipt(Optional<IntegrationError> error) {
            return new Receipt(
                    "<recu1@patient.mssante.fr>",
                    NOW,
                    CLAIRE,
                    Address.of("labo@minimes.mssante.example"),
                    "<m17@minimes.mssante.example>",
                    CLAIRE,
                    "XDM/1.0/DDM+CR DURAND Claire 12/05/1984",
                    error,
                    original,
                    "MES-0001");
        }
    }

    private static Outgoing message(String subject, String text, List<File> files) {
        return new Outgoing(
                "<r1@patient.mssante.fr>",
                NOW,
                CLAIRE,
                List.of(DOCTOR),
                List.of(),
                subject,
                text,
                files,
                false,
                false,
                "");
    }

    private static void onlyShortLinesOfAscii(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        assertThat(text).matches("(?s)[\\r\\n\\t -~]*").endsWith("\r\n");
        assertThat(text.split("\r\n")).allSatisfy(line -> {
            assertThat(line.length()).isLessThanOrEqualTo(998);
            assertThat(line).doesNotContain("\n", "\r");
        });
    }

    private static byte[] done(Outcome<byte[]> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<byte[]>) outcome).value();
    }
}

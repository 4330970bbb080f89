package fr.monespacesante.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.mail.Attachment.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Messages made to do harm.
@Requirement("SEC-04")
@Timeout(60)
class MailAttackTests {
    private final MailReader reader = new MailReader(MailLimits.defaults());

    @Nested
    class WhatCannotBeRead {
        @Test
        void isKeptAsItCame() {
            for (byte[] raw : List.of(new byte[0], Messages.of("n'importe quoi"), new byte[10_000], Messages.PNG)) {
                Mail mail = reader.read(raw);
                assertThat(mail.readable()).isFalse();
                assertThat(mail.text()).isEmpty();
                assertThat(mail.attachments())
                        .containsExactly(new Attachment(0, "message.eml", "message/rfc822", raw.length, Kind.MESSAGE));
                assertThat(reader.part(raw, 0).orElseThrow().bytes()).isEqualTo(raw);
            }
        }

        @Test
        void neverFails() {
            Random random = new Random(17);
            byte[] sound = Messages.fromLaboratory(
                    """
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/html; charset=utf-8

                    <p>Bonjour <a href="https://x.example">ici</a></p>
                    --b
                    Content-Type: application/ms-tnef; name=winmail.dat
                    Content-Transfer-Encoding: base64

                    %s
                    --b--
                    """.formatted(Messages.base64(Messages.winmail("x", "y.pdf", Messages.PDF))));
            for (int i = 0; i < 3_000; i++) {
                byte[] broken = sound.clone();
                for (int j = 0; j < 1 + i % 20; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                Mail mail = reader.read(broken);
                for (Attachment attachment : mail.attachments()) {
                    assertThat(reader.part(broken, attachment.index())
                                    .orElseThrow()
                                    .attachment())
                            .isEqualTo(attachment);
                }
            }
        }
    }

    @Nested
    class Bombs {
        @Test
        void aThousandBoxesInsideOneAnother() {
            StringBuilder nested = new StringBuilder("From: a@b.example\n");
            for (int i = 0; i < 1_000; i++) {
                nested.append("Content-Type: multipart/mixed; boundary=b")
                        .append(i)
                        .append("\n\n--b")
                        .append(i)
                        .append('\n');
            }
            Mail mail = reader.read(Messages.of(nested + "Content-Type: text/plain\n\nau fond\n"));
            assertThat(mail.attachments()).hasSizeLessThanOrEqualTo(2).isNotEmpty();
        }

        @Test
        void moreMessagesInsideMessagesThanAreOpened() {
            String inside = "Content-Type: message/rfc822\n\n".repeat(2_000);
            Mail mail = reader.read(Messages.of("From: a@b.example\n" + inside + "Subject: fond\n\nx\n"));
            assertThat(mail.attachments()).extracting(Attachment::kind).containsExactly(Kind.MESSAGE);
        }

        @Test
        void aHundredThousandParts() {
            String parts = "--b\n\nx\n".repeat(100_000);
            byte[] raw = Messages.of(
                    "From: a@b.example\nSubject: trop\nContent-Type: multipart/mixed; boundary=b\n\n" + parts);
            Mail mail = reader.read(raw);
            assertThat(mail.readable()).isFalse();
            assertThat(mail.subject()).isEqualTo("trop");
            assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("message.eml");
        }

        @Test
        void headersOfMegabytes() {
            for (String header : List.of(
                    "Subject: " + "x".repeat(5 << 20) + "\n",
                    "To: " + "a@b.example,\n ".repeat(200_000) + "c@d.example\n",
                    "X-A: b\n".repeat(300_000),
                    "Content-Type: text/plain" + ";a=b".repeat(1 << 20) + "\n")) {
                Mail mail = reader.read(Messages.of("From: a@b.example\n" + header + "\nx\n"));
                assertThat(mail.readable()).isFalse();
            }
        }

        @Test
        void patternsThatMakeReadersSlow() {
            String slow = "=?utf-8?Q?" + "=?".repeat(50_000);
            long begun = System.nanoTime();
            reader.read(Messages.of("From: " + "\"(<".repeat(30_000) + "\nSubject: " + slow + "\n\n" + "x"));
            reader.read(Messages.of("From: a@b.example\n\n" + "begin 644 x\n".repeat(50_000)));
            reader.read(
                    Messages.of("From: a@b.example\nContent-Type: text/html\n\n" + "<div><b><table>".repeat(60_000)));
            reader.read(Messages.of("From: a@b.example\nContent-Type: text/html\n\n<a href=\"" + "\\".repeat(900_000)));
            reader.read(Messages.of("From: a@b.example\nContent-Type: text/html\n\n"
                    + "<a href='https://a.example'>x</a><img alt=y>".repeat(20_000)));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }

        @Test
        void aWinmailThatSaysItIsEnormous() {
            byte[] bomb = Messages.winmail("x", "y", new byte[10]);
            bomb[11] = -1;
            bomb[12] = -1;
            bomb[13] = 0x7F;
            assertThat(Tnef.read(bomb, MailLimits.defaults())).isEmpty();
        }
    }

    @Nested
    class Disguises {
        @Test
        void namesLeadNowhereAndReadAsTheyAreWritten() {
            assertThat(FileNames.safe("../../etc/passwd", "", 1)).isEqualTo("passwd");
            assertThat(FileNames.safe("C:\\Windows\\x.exe", "", 1)).isEqualTo("x.exe");
            assertThat(FileNames.safe("radio\u202Efdp.exe", "", 1)).isEqualTo("radiofdp.exe");
            assertThat(FileNames.safe("a\r\nSet-Cookie: b.pdf", "", 1)).isEqualTo("a Set-Cookie_ b.pdf");
            assertThat(FileNames.safe("...", "application/pdf", 3)).isEqualTo("piece-jointe-3.pdf");
            assertThat(FileNames.safe("é".repeat(300) + ".pdf", "", 1))
                    .hasSize(120)
                    .endsWith(".pdf");
        }

        @Test
        void aDrawingOrAPageThatSaysItIsAPictureIsAFile() {
            for (String content : List.of(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                    "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                    "<html><script>alert(1)</script></html>")) {
                Mail mail = reader.read(Messages.fromLaboratory("""
                        Content-Type: multipart/related; boundary=r

                        --r
                        Content-Type: text/html

                        <img src="cid:x">
                        --r
                        Content-Type: image/png; name=logo.png
                        Content-ID: <x>

                        %s
                        --r--
                        """.formatted(content)));
                assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
                    assertThat(attachment.kind()).isEqualTo(Kind.FILE);
                    assertThat(attachment.mimeType()).isIn("image/svg+xml", "text/html");
                });
            }
        }

        @Test
        void aNameBesideAnAddressIsOneLine() {
            Address address = reader.read(
                            Messages.of("From: =?utf-8?Q?Dr_X=0D=0ABcc:_y=40z.example?= <a@b.example>\n\nx\n"))
                    .from()
                    .orElseThrow();
            assertThat(address.address()).isEqualTo("a@b.example");
            assertThat(address.name()).doesNotContain("\r", "\n");
        }

        @Test
        void ofTwoFromTheFirstCountsAsTheOtherReadersSeeIt() {
            Mail mail = reader.read(Messages.of("From: un@a.example\nFrom: deux@b.example\n\nx\n"));
            assertThat(mail.from()).contains(Address.of("un@a.example"));
        }
    }

    @Test
    void nothingOfAMessageIsPrinted() {
        Mail mail = reader.read(Messages.fromLaboratory("\nSecret médical\n"));
        assertThat(mail.toString() + mail.from() + mail.attachments())
                .doesNotContain("Secret", "labo", "minimes", "284053155512379");
        assertThat(new String(mail.digest(), StandardCharsets.ISO_8859_1)).hasSize(32);
    }
}

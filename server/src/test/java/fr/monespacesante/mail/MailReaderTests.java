package fr.monespacesante.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.mail.Attachment.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Messages of the real world, as software of professionals writes them.
class MailReaderTests {
    private final MailReader reader = new MailReader(MailLimits.defaults());

    @Nested
    class TheHeaders {
        @Test
        @Requirement("MSG-03")
        void encodedWordsAddressesAndDatesAreUnderstood() {
            Mail mail = reader.read(Messages.fromLaboratory("""
                    Cc: "Lefèvre, Antoine (Dr)" <antoine.lefevre@tilleuls.mssante.example>,
                     équipe: Sophie <sophie@garonne.mssante.example>, b@garonne.mssante.example;
                    References: <un@a.example> <deux@a.example>
                    In-Reply-To: <deux@a.example>

                    Bonjour
                    """));

            assertThat(mail.readable()).isTrue();
            assertThat(mail.subject()).isEqualTo("Vos résultats de biologie");
            assertThat(mail.from())
                    .contains(new Address("labo@minimes.mssante.example", "Laboratoire des Minimes – résultats"));
            assertThat(mail.from().orElseThrow().domain()).isEqualTo("minimes.mssante.example");
            assertThat(mail.cc())
                    .extracting(Address::address)
                    .containsExactly(
                            "antoine.lefevre@tilleuls.mssante.example",
                            "sophie@garonne.mssante.example",
                            "b@garonne.mssante.example");
            assertThat(mail.cc().getFirst().name()).isEqualTo("Lefèvre, Antoine (Dr)");
            assertThat(mail.date()).contains(Instant.parse("2026-11-20T08:14:01Z"));
            assertThat(mail.messageId()).isEqualTo("<20261120091401.17@minimes.mssante.example>");
            assertThat(mail.references()).containsExactly("<un@a.example>", "<deux@a.example>");
            assertThat(mail.signs().hops()).isEqualTo(2);
            assertThat(mail.text()).isEqualTo("Bonjour");
            assertThat(mail.html()).isEmpty();
        }

        @Test
        void lettersCutBetweenTwoEncodedWordsComeTogether() {
            Mail mail = reader.read(Messages.of("""
                    From: a@b.example
                    Subject: =?utf-8?B?w6k=?= =?utf-8?B?w6nDqQ==?= =?utf-8?Q?=C3?= =?utf-8?Q?=A9?=

                    x
                    """));
            assertThat(mail.subject()).isEqualTo("éééé");
        }

        @Test
        void headersWrittenInLatinLettersAsTheyAreAreRead() {
            byte[] raw = Messages.of("""
                    From: Hôpital de la Garonne <contact@garonne.mssante.example>
                    Subject: Dossier complété

                    Voilà
                    """, Charset.forName("windows-1252"));
            Mail mail = reader.read(raw);
            assertThat(mail.subject()).isEqualTo("Dossier complété");
            assertThat(mail.from().orElseThrow().name()).isEqualTo("Hôpital de la Garonne");
            assertThat(mail.text()).isEqualTo("Voilà");
        }

        @Test
        @Requirement("MSG-02")
        void theSignsOfMssanteAreRead() {
            Mail mail = reader.read(Messages.fromLaboratory("""
                    X-MSS-MES: fin
                    X-MSS-CODECDA: 11502-2, 11488-4
                    X-MSS-INS: O
                    X-MSS-NIL: LABO-12345
                    Disposition-Notification-To: labo@minimes.mssante.example

                    Terminé.
                    """));
            assertThat(mail.signs())
                    .isEqualTo(new MailSigns(
                            true,
                            Optional.of(Address.of("labo@minimes.mssante.example")),
                            List.of("11502-2", "11488-4"),
                            true,
                            "LABO-12345",
                            false,
                            2));
        }

        @Test
        void aReplyOfAMachineIsKnownAsOne() {
            assertThat(reader.read(Messages.fromLaboratory("Auto-Submitted: auto-replied (vacation)\n\nAbsent\n"))
                            .signs()
                            .automatic())
                    .isTrue();
            assertThat(reader.read(Messages.fromLaboratory("Auto-Submitted: no\n\nPrésent\n"))
                            .signs()
                            .automatic())
                    .isFalse();
        }

        @Test
        void ofTooManyReferencesTheFirstAndTheLatestStay() {
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                many.append(" <").append(i).append("@a.example>\n");
            }
            Mail mail = reader.read(Messages.fromLaboratory("References:" + many + "\nx\n"));
            assertThat(mail.references())
                    .hasSize(100)
                    .startsWith("<0@a.example>")
                    .endsWith("<299@a.example>");
        }

        @Test
        void datesOfOldAndSloppySoftwareAreUnderstood() {
            assertThat(date("1 Feb 26 07:05 GMT")).contains(Instant.parse("2026-02-01T07:05:00Z"));
            assertThat(date("Mon, 02 Mar 2026 10:00:00 CEST")).contains(Instant.parse("2026-03-02T08:00:00Z"));
            assertThat(date("demain")).isEmpty();
            assertThat(date("Fri, 31 Feb 2026 10:00:00 +0100")).isEmpty();
            assertThat(date("Fri, 20 Feb 2026 10:00:00 +9900")).isEmpty();
        }

        private Optional<Instant> date(String written) {
            return reader.read(Messages.of("From: a@b.example\nDate: " + written + "\n\nx\n"))
                    .date();
        }
    }

    @Nested
    class TheWords {
        @Test
        void ofTwoAlternativesBothAreKept() {
            Mail mail = reader.read(Messages.fromLaboratory("""
                    MIME-Version: 1.0
                    Content-Type: multipart/alternative; boundary=a

                    --a
                    Content-Type: text/plain; charset=iso-8859-15
                    Content-Transfer-Encoding: quoted-printable

                    Votre bilan co=FBte 12 =A4
                    --a
                    Content-Type: text/html; charset=utf-8

                    <p>Votre bilan coûte <b>12 €</b></p>
                    --a--
                    """));
            assertThat(mail.text()).isEqualTo("Votre bilan coûte 12 €");
            assertThat(mail.html()).contains("<p>Votre bilan coûte <b>12 €</b></p>");
            assertThat(mail.attachments()).isEmpty();
        }

        @Test
        void ofHtmlAloneAPlainTextIsMade() {
            Mail mail = reader.read(Messages.of("""
                    From: a@b.example
                    Content-Type: text/html

                    <html><head><meta charset="windows-1252"><title>x</title><style>p{color:red}</style></head>
                    <body><h1>Résultats</h1><p>Bonjour&nbsp;Madame,<br>voici :</p>
                    <ul><li>un</li><li>deux</li></ul>
                    <a href="https://minimes.example/r">ici</a></body></html>
                    """, Charset.forName("windows-1252")));
            assertThat(mail.text()).isEqualTo("""
                    Résultats

                    Bonjour Madame,
                    voici :

                    - un
                    - deux
                    ici (https://minimes.example/r)""");
        }

        @Test
        void noCharsetAWrongOneAndAnUnknownOneAreAllRead() {
            for (String type : List.of(
                    "text/plain",
                    "text/plain; charset=us-ascii",
                    "text/plain; charset=x-inconnu",
                    "text/plain; charset")) {
                byte[] latin = Messages.of(
                        "From: a@b.example\nContent-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\nÉté\n",
                        StandardCharsets.ISO_8859_1);
                assertThat(reader.read(latin).text()).as(type).isEqualTo("Été");
            }
        }

        @Test
        void aMultipartWithoutBoundaryOrWithoutItsEndLosesNothing() {
            Mail without =
                    reader.read(Messages.fromLaboratory("Content-Type: multipart/mixed\n\nBonjour quand même\n"));
            assertThat(without.readable()).isTrue();
            assertThat(without.text() + without.attachments()).isNotEmpty();
            assertThat(without.text()).contains("Bonjour quand même");
            Mail cut = reader.read(
                    Messages.fromLaboratory("""
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/plain

                    Début
                    --b
                    Content-Type: application/pdf; name=r.pdf
                    Content-Transfer-Encoding: base64

                    """ + Messages.base64(Messages.PDF).substring(0, 12)));
            assertThat(cut.text()).isEqualTo("Début");
            assertThat(cut.attachments()).extracting(Attachment::name).containsExactly("r.pdf");
        }

        @Test
        void aVeryLongTextIsCutAndAttachedWhole() {
            Mail mail = new MailReader(new MailLimits(20, 500, 1 << 18, 100, 100, 500, 500, 1 << 20, 200))
                    .read(Messages.fromLaboratory("\n" + "Longue histoire. ".repeat(50)));
            assertThat(mail.text().length()).isLessThanOrEqualTo(100);
            assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("message-complet.txt");
            assertThat(mail.attachments().getFirst().size()).isGreaterThan(800);
        }
    }

    @Nested
    class TheAttachments {
        @Test
        @Requirement("MSG-04")
        void namesOfEveryKindAndTypesByContent() {
            byte[] raw = Messages.fromLaboratory(
                    """
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary="=_x"

                    --=_x
                    Content-Type: text/plain; charset=utf-8

                    Ci-joint.
                    --=_x
                    Content-Type: application/octet-stream
                    Content-Disposition: attachment; filename*0*=UTF-8''R%%C3%%A9sultats; filename*1="_de_mars.pdf"
                    Content-Transfer-Encoding: base64

                    %1$s
                    --=_x
                    Content-Type: image/jpeg; name="=?iso-8859-1?Q?=E9chographie.png?="
                    Content-Transfer-Encoding: base64

                    %2$s
                    --=_x
                    Content-Type: application/pdf
                    Content-Disposition: attachment; filename="..\\\\..\\\\C:\\\\scan/../.pdf "

                    pas un PDF
                    --=_x
                    Content-Type: application/pdf
                    Content-Transfer-Encoding: base64

                    %1$s
                    --=_x--
                    """.formatted(Messages.base64(Messages.PDF), Messages.base64(Messages.PNG)));
            Mail mail = reader.read(raw);

            assertThat(mail.text()).isEqualTo("Ci-joint.");
            assertThat(mail.attachments())
                    .extracting(Attachment::name)
                    .containsExactly("Résultats_de_mars.pdf", "échographie.png", "pdf", "piece-jointe-4.pdf");
            assertThat(mail.attachments())
                    .extracting(Attachment::mimeType)
                    .containsExactly("application/pdf", "image/png", "text/plain", "application/pdf");
            PartContent first = reader.part(raw, 0).orElseThrow();
            assertThat(first.bytes()).isEqualTo(Messages.PDF);
            assertThat(first.attachment()).isEqualTo(mail.attachments().getFirst());
            assertThat(reader.part(raw, 4)).isEmpty();
            assertThat(reader.part(raw, -1)).isEmpty();
        }

        @Test
        void aPictureAmongTheWordsIsKnownAsOne() {
            Mail mail = reader.read(Messages.fromLaboratory("""
                    Content-Type: multipart/related; boundary=r

                    --r
                    Content-Type: multipart/alternative; boundary=a

                    --a
                    Content-Type: text/plain

                    Logo
                    --a
                    Content-Type: text/html

                    <p>Logo <img src="cid:logo"></p>
                    --a--
                    --r
                    Content-Type: image/png
                    Content-ID: <logo>
                    Content-Transfer-Encoding: base64

                    %s
                    --r--
                    """.formatted(Messages.base64(Messages.PNG))));
            assertThat(mail.html()).contains("<p>Logo [image]</p>");
            assertThat(mail.attachments()).singleElement().satisfies(image -> {
                assertThat(image.kind()).isEqualTo(Kind.INLINE_IMAGE);
                assertThat(image.name()).isEqualTo("piece-jointe-1.png");
            });
        }

        @Test
        void whatOutlookWrapsIsUnwrapped() {
            byte[] raw = Messages.fromLaboratory(
                    """
                    Content-Type: application/ms-tnef; name="winmail.dat"
                    Content-Transfer-Encoding: base64

                    """ + Messages.base64(Messages.winmail("Voilà le courrier.", "courrier.pdf", Messages.PDF)));
            Mail mail = reader.read(raw);
            assertThat(mail.text()).isEqualTo("Voilà le courrier.");
            assertThat(mail.attachments())
                    .extracting(Attachment::name, Attachment::mimeType)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("courrier.pdf", "application/pdf"));
            assertThat(reader.part(raw, 0).orElseThrow().bytes()).isEqualTo(Messages.PDF);
        }

        @Test
        void aBrokenWinmailIsAFileLikeAnother() {
            Mail mail = reader.read(Messages.fromLaboratory("""
                    Content-Type: application/ms-tnef; name="winmail.dat"
                    Content-Transfer-Encoding: base64

                    """
                    + Messages.base64(
                            new byte[] {0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0, 1, 0, 0, 0, 0, -1, -1, -1, 127})));
            assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
        }

        @Test
        void aMessageInsideTheMessageAnAppointmentAndASignatureAreAttachments() {
            Mail mail = reader.read(Messages.fromLaboratory("""
                    Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s

                    --s
                    Content-Type: multipart/mixed; boundary=m

                    --m
                    Content-Type: text/plain

                    Voir le message transmis.
                    --m
                    Content-Type: text/calendar; method=REQUEST; charset=utf-8

                    BEGIN:VCALENDAR
                    VERSION:2.0
                    END:VCALENDAR
                    --m
                    Content-Type: message/rfc822

                    From: x@y.example
                    Subject: dedans
                    Content-Type: multipart/mixed; boundary=z

                    --z

                    profond
                    --z--
                    --m--
                    --s
                    Content-Type: application/pkcs7-signature; name=smime.p7s
                    Content-Transfer-Encoding: base64

                    MIIB
                    --s--
                    """));
            assertThat(mail.subject()).isEqualTo("Vos résultats de biologie");
            assertThat(mail.text()).isEqualTo("Voir le message transmis.");
            assertThat(mail.attachments())
                    .extracting(Attachment::name)
                    .containsExactly("piece-jointe-1.ics", "message.eml", "smime.p7s");
            assertThat(mail.attachments().get(0).mimeType()).isEqualTo("text/calendar");
            assertThat(mail.attachments().get(1).kind()).isEqualTo(Kind.MESSAGE);
        }

        @Test
        void aFileWrittenAmongTheWordsIsTakenOut() {
            Mail mail = reader.read(Messages.fromLaboratory("""

                    Avant
                    begin 644 mot.txt
                    #0V%T
                    `
                    end
                    Après
                    """));
            assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("mot.txt");
            assertThat(mail.text()).isEqualTo("Avant\n\nAprès");
        }

        @Test
        void anXdmIsKnownByItsNameOrByWhatIsInIt() {
            byte[] zip = XdmSamples.zip(java.util.Map.of("IHE_XDM/SUBSET01/METADATA.XML", new byte[] {1}));
            for (String name : List.of("IHE_XDM.ZIP", "documents.zip")) {
                Mail mail = reader.read(Messages.fromLaboratory("""
                        Content-Type: application/octet-stream; name=%s
                        Content-Transfer-Encoding: base64

                        %s""".formatted(name, Messages.base64(zip))));
                assertThat(mail.attachments())
                        .as(name)
                        .extracting(Attachment::kind)
                        .containsExactly(Kind.XDM);
            }
        }
    }

    @Nested
    class TheSameMessageAgain {
        @Test
        void isKnownWhateverRelaysAdd() {
            byte[] once = Messages.fromLaboratory("\nBonjour\n");
            String text = new String(once, StandardCharsets.UTF_8);
            byte[] again = ("Received: from ailleurs\r\nX-Relay: 1\r\n" + text.replace("\r\n", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] other = text.replace("Bonjour", "Bonsoir").getBytes(StandardCharsets.UTF_8);
            assertThat(MailReader.same(reader.read(once), reader.read(again))).isTrue();
            assertThat(MailReader.same(reader.read(once), reader.read(other))).isFalse();
        }

        @Test
        void isNotMixedUpWithOtherRubbish() {
            assertThat(MailReader.same(reader.read(Messages.of("zzz")), reader.read(Messages.of("yyy"))))
                    .isFalse();
        }
    }
}

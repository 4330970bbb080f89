package fr.monespacesante.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.mail.Report.Action;
import fr.monespacesante.mail.Report.DeliveryReport;
import fr.monespacesante.mail.Report.ReceiptReport;
import fr.monespacesante.mail.Report.Recipient;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("MSG-03")
class ReportsTests {
    private final MailReader reader = new MailReader(MailLimits.defaults());

    @Test
    void aNoticeOfFailureSaysWhomAndWhy() {
        Mail mail = reader.read(Messages.of("""
                From: MAILER-DAEMON@operateur-sante.mssante.example
                To: 284053155512379@patient.mssante.fr
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=d

                --d
                Content-Type: text/plain

                Je n'ai pas pu remettre votre message.
                --d
                Content-Type: message/delivery-status

                Reporting-MTA: dns; operateur-sante.mssante.example

                Original-Recipient: rfc822;Antoine.Lefevre@tilleuls.mssante.example
                Final-Recipient: rfc822; boite-17@interne.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User
                 unknown

                Final-Recipient: rfc822; b@tilleuls.mssante.example
                Action: delayed (for now)
                Status: 4.4.1 (no answer)
                --d
                Content-Type: message/rfc822

                Message-ID: <r1@patient.mssante.fr>
                Subject: Re: bonjour

                Bonjour
                --d--
                """));
        assertThat(mail.report())
                .contains(new DeliveryReport(
                        "<r1@patient.mssante.fr>",
                        List.of(
                                new Recipient(
                                        "antoine.lefevre@tilleuls.mssante.example",
                                        Action.FAILED,
                                        "5.1.1",
                                        "550 5.1.1 User unknown"),
                                new Recipient("b@tilleuls.mssante.example", Action.DELAYED, "4.4.1", ""))));
        assertThat(mail.text()).isEqualTo("Je n'ai pas pu remettre votre message.");
        assertThat(mail.signs().automatic()).isTrue();
    }

    @Test
    void aReceiptSaysWhatBecameOfTheMessage() {
        assertThat(receipt("manual-action/MDN-sent-manually; displayed"))
                .isEqualTo(new ReceiptReport("<r1@patient.mssante.fr>", "a@b.example", "displayed", false, ""));
        assertThat(receipt("automatic-action/MDN-sent-automatically; processed/Error: 902^Identifiant inconnu"))
                .isEqualTo(new ReceiptReport(
                        "<r1@patient.mssante.fr>", "a@b.example", "processed", true, "902^Identifiant inconnu"));
        assertThat(receipt("automatic-action/MDN-sent-automatically; deleted/failure\nFailure: disque plein"))
                .isEqualTo(
                        new ReceiptReport("<r1@patient.mssante.fr>", "a@b.example", "deleted", true, "disque plein"));
    }

    @Test
    void anEmptyReportIsOneAllTheSame() {
        Mail mail = reader.read(Messages.of("""
                From: a@b.example
                Content-Type: multipart/report; boundary=d

                --d
                Content-Type: message/delivery-status


                --d--
                """));
        assertThat(mail.report()).contains(new DeliveryReport("", List.of()));
    }

    private Report receipt(String disposition) {
        return reader.read(Messages.of("""
                        From: a@b.example
                        Content-Type: multipart/report; report-type=disposition-notification; boundary=d

                        --d
                        Content-Type: text/plain

                        Lu.
                        --d
                        Content-Type: message/disposition-notification

                        Final-Recipient: rfc822;a@b.example
                        Original-Message-ID: <r1@patient.mssante.fr>
                        Disposition: %s
                        --d--
                        """.formatted(disposition))).report().orElseThrow();
    }
}

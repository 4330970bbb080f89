package fr.monespacesante.sandbox.mssante;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// "Your message could not be delivered" (RFC 3464), from an operator to whoever sent it.
///
/// @param code the SMTP answer, or 0 where there was none
record DeliveryReport(
        Operator operator, String sender, String recipient, int code, String reason, byte[] message, Instant when) {
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    byte[] bytes() {
        try {
            MimeMessage report = new MimeMessage(Session.getInstance(new Properties()));
            report.setFrom(
                    new InternetAddress("mailer-daemon@" + operator.domains().getFirst()));
            report.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(sender));
            report.setSubject("Message non remis", "UTF-8");
            report.setSentDate(Date.from(when));
            report.setHeader("Auto-Submitted", "auto-replied");
            MimeBodyPart words = new MimeBodyPart();
            words.setText("""
                    Votre message n'a pas pu être remis à %s.

                    Réponse du serveur : %s
                    """.formatted(recipient, reason.isEmpty() ? "aucune" : reason), "UTF-8");
            MimeMultipart parts = new MimeMultipart("report; report-type=delivery-status");
            parts.addBodyPart(words);
            parts.addBodyPart(part("message/delivery-status", status()));
            parts.addBodyPart(part("text/rfc822-headers", headers()));
            report.setContent(parts);
            report.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            report.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("no report could be written", e);
        }
    }

    private String status() {
        return """
                Reporting-MTA: dns; %s

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s
                """.formatted(
                        operator.dnsName(),
                        recipient,
                        statusCode(),
                        reason.isEmpty() ? "no answer" : reason.replaceAll("\\s+", " "))
                .replace("\n", "\r\n");
    }

    private String statusCode() {
        Matcher said = STATUS.matcher(reason);
        if (code >= 500) {
            return said.find() ? said.group(1) : "5.0.0";
        }
        return "4.4.7";
    }

    private String headers() {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end + 2);
    }

    private static MimeBodyPart part(String type, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.ISO_8859_1), type)));
        return part;
    }
}

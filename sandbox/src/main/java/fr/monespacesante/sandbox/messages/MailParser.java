package fr.monespacesante.sandbox.messages;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// Reads a mail's parts. One that is no MIME message is kept as plain text: a catcher loses nothing.
final class MailParser {
    private static final int DEEPEST = 10;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Mail.Attachment> attachments = new ArrayList<>();

    private MailParser() {}

    static Mail parse(long id, Instant receivedAt, String from, List<String> to, byte[] data) {
        MailParser parser = new MailParser();
        String subject = "";
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            subject = Objects.requireNonNullElse(message.getSubject(), "");
            parser.read(message, 0);
        } catch (MessagingException | IOException e) {
            parser.text.append(new String(data, StandardCharsets.UTF_8));
        }
        return new Mail(
                id, receivedAt, from, to, subject, parser.text.toString(), parser.html.toString(), parser.attachments);
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        String name = part.getFileName();
        if (name == null && part.isMimeType("multipart/*") && depth < DEEPEST) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                read(each, depth + 1);
            }
        } else if (name == null && part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (name == null && part.isMimeType("text/plain")) {
            text.append(part.getContent());
        } else {
            int size = part.getInputStream().readAllBytes().length;
            String type = Objects.requireNonNullElse(part.getContentType(), "application/octet-stream");
            attachments.add(
                    new Mail.Attachment(Objects.requireNonNullElse(name, "sans nom"), type.split(";", 2)[0], size));
        }
    }
}

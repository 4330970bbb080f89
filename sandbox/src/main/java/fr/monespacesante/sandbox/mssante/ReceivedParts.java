package fr.monespacesante.sandbox.mssante;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The text and the attachments of a mail, as the mailbox's page shows them.
record ReceivedParts(String text, List<Attached> attached) {
    private static final int DEEPEST = 10;

    /// Its number among the attachments, from 0.
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
    record Attached(int index, String name, String type, byte[] bytes) {}

    ReceivedParts {
        attached = List.copyOf(attached);
    }

    static ReceivedParts of(MimeMessage mail) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        List<Attached> attached = new ArrayList<>();
        read(mail, 0, text, attached);
        return new ReceivedParts(text.toString(), attached);
    }

    private static void read(Part part, int depth, StringBuilder text, List<Attached> attached)
            throws MessagingException, IOException {
        String name = part.getFileName();
        if (name == null && part.isMimeType("multipart/*") && depth < DEEPEST) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), depth + 1, text, attached);
            }
        } else if (name == null && part.isMimeType("text/plain") && part.getContent() instanceof String words) {
            text.append(words);
        } else {
            byte[] bytes = part.getInputStream().readAllBytes();
            String type = Objects.requireNonNullElse(part.getContentType(), "application/octet-stream");
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/disposition-notification")) {
                text.append("\n\n").append(new String(bytes, StandardCharsets.UTF_8));
            }
            attached.add(new Attached(
                    attached.size(), Objects.requireNonNullElse(name, "sans nom"), type.split(";", 2)[0], bytes));
        }
    }
}

package fr.monespacesante.sandbox.messages;

import java.time.Instant;
import java.util.List;

/// A mail as it arrived. Recipients are those of the envelope; text and HTML are empty where there is none.
public record Mail(
        long id,
        Instant receivedAt,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments)
        implements Received {

    /// Only described, not kept.
    public record Attachment(String name, String type, int size) {}

    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    @Override
    public boolean isFor(String recipient) {
        return to.stream().anyMatch(recipient::equalsIgnoreCase);
    }
}

package fr.monespacesante.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message as it can be shown and acted on.
///
/// @param readable false when the bytes are no message: then the text is empty, and the one attachment is
///     the message itself
/// @param messageId with its `<>`; empty when the message has none
/// @param references `References`, then `In-Reply-To`: ids with their `<>`, oldest first, each once, at most 100
/// @param subject decoded, on one line; may be empty
/// @param date as the sender wrote it, when it can be understood
/// @param text always plain; made of the HTML when the sender wrote nothing else; at most `MailLimits.textCharacters`
/// @param html sanitised by `SafeHtml`; empty when the sender wrote plain text alone
/// @param digest SHA-256 of what is the same when one message is delivered twice: its body and its `Message-ID`,
///     `From`, `Date` and `Subject`, not what relays write into it
public record Mail(
        boolean readable,
        String messageId,
        List<String> references,
        Optional<Address> from,
        List<Address> to,
        List<Address> cc,
        List<Address> replyTo,
        String subject,
        Optional<Instant> date,
        String text,
        Optional<String> html,
        List<Attachment> attachments,
        MailSigns signs,
        Optional<Report> report,
        byte[] digest) {
    public Mail {
        references = List.copyOf(references);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Mail[redacted]";
    }
}

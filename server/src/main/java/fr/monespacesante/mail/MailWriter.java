package fr.monespacesante.mail;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Composes messages and receipts as bytes, in ASCII alone, with CRLF and no line longer than a server must take.
/// Holds no state.
///
/// Refused as MALFORMED with the field, whenever a field holds a line break, another control character or an address
/// that is none: nothing typed by anyone becomes a header line.
public final class MailWriter {
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final Pattern ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{3,900}>");
    private static final int LONGEST_SUBJECT = 1_000;
    private static final int MOST_REFERENCES = 20;

    /// A message that begins an exchange.
    public Outcome<byte[]> newMessage(Outgoing message) {
        return write(message, "", List.of());
    }

    /// A message that answers another one.
    ///
    /// @param repliedTo `Message-ID` of that message, with its `<>`
    /// @param references its own references, oldest first
    public Outcome<byte[]> reply(Outgoing message, String repliedTo, List<String> references) {
        return write(message, repliedTo, references);
    }

    /// A receipt (RFC 8098); the error's code and words stand where the national specification wants them.
    public Outcome<byte[]> receipt(Receipt receipt) {
        Optional<String> wrong = wrong(receipt);
        if (wrong.isPresent()) {
            return Outcome.refused(Problem.MALFORMED, wrong.get());
        }
        return Outcome.done(new ReceiptParts(receipt).bytes());
    }

    private static Outcome<byte[]> write(Outgoing message, String repliedTo, List<String> references) {
        Optional<String> wrong = wrong(message, repliedTo);
        if (wrong.isPresent()) {
            return Outcome.refused(Problem.MALFORMED, wrong.get());
        }
        MimeLines lines = new MimeLines();
        lines.date(message.date());
        lines.header("From", MimeLines.mailbox(message.from()));
        lines.header("To", MimeLines.mailboxes(message.to()));
        if (!message.cc().isEmpty()) {
            lines.header("Cc", MimeLines.mailboxes(message.cc()));
        }
        lines.header("Message-ID", message.messageId());
        if (!repliedTo.isEmpty()) {
            List<String> thread = new ArrayList<>(references);
            thread.remove(repliedTo);
            thread.add(repliedTo);
            thread.removeIf(id -> !ID.matcher(id).matches());
            if (thread.size() > MOST_REFERENCES) {
                thread.subList(1, thread.size() - MOST_REFERENCES + 1).clear();
            }
            lines.header("In-Reply-To", repliedTo);
            lines.header("References", String.join("\r\n ", thread));
        }
        lines.header("Subject", EncodedWords.encode(message.subject()));
        if (!message.product().isEmpty()) {
            lines.header("X-MSS-NIL", message.product());
        }
        if (message.closes()) {
            lines.header("X-MSS-MES", "FIN");
        }
        if (message.receiptWanted()) {
            lines.header("Disposition-Notification-To", MimeLines.mailbox(message.from()));
        }
        lines.header("MIME-Version", "1.0");
        if (message.attachments().isEmpty()) {
            lines.text(message.text());
        } else {
            String boundary = lines.boundary(message.messageId());
            lines.header("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
            lines.open(boundary);
            lines.text(message.text());
            for (Outgoing.File file : message.attachments()) {
                lines.open(boundary);
                lines.file(file);
            }
            lines.close(boundary);
        }
        return Outcome.done(lines.bytes());
    }

    private static Optional<String> wrong(Outgoing message, String repliedTo) {
        if (isNoMailbox(message.from())) {
            return Optional.of("from");
        }
        if (message.to().isEmpty() || message.to().stream().anyMatch(MailWriter::isNoMailbox)) {
            return Optional.of("to");
        }
        if (message.cc().stream().anyMatch(MailWriter::isNoMailbox)) {
            return Optional.of("cc");
        }
        if (isNoLine(message.subject()) || message.subject().length() > LONGEST_SUBJECT) {
            return Optional.of("subject");
        }
        if (!ID.matcher(message.messageId()).matches()) {
            return Optional.of("messageId");
        }
        if (!repliedTo.isEmpty() && !ID.matcher(repliedTo).matches()) {
            return Optional.of("repliedTo");
        }
        if (!message.product().matches("[\\x20-\\x7E]{0,100}")) {
            return Optional.of("product");
        }
        boolean wrongFile = message.attachments().stream()
                .anyMatch(file -> file.name().isBlank()
                        || isNoLine(file.name())
                        || !file.mimeType().matches("[\\w.+-]{1,100}/[\\w.+-]{1,100}"));
        return wrongFile ? Optional.of("attachments") : Optional.empty();
    }

    private static Optional<String> wrong(Receipt receipt) {
        if (isNoMailbox(receipt.from())) {
            return Optional.of("from");
        }
        if (isNoMailbox(receipt.to())) {
            return Optional.of("to");
        }
        if (isNoMailbox(receipt.originalRecipient())) {
            return Optional.of("originalRecipient");
        }
        if (isNoLine(receipt.originalSubject())) {
            return Optional.of("originalSubject");
        }
        if (!ID.matcher(receipt.messageId()).matches()) {
            return Optional.of("messageId");
        }
        if (!receipt.originalMessageId().isEmpty()
                && !ID.matcher(receipt.originalMessageId()).matches()) {
            return Optional.of("originalMessageId");
        }
        return receipt.product().matches("[\\x20-\\x7E]{0,100}") ? Optional.empty() : Optional.of("product");
    }

    private static boolean isNoMailbox(Address address) {
        return !MAILBOX.matcher(address.address()).matches();
    }

    private static boolean isNoLine(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }
}

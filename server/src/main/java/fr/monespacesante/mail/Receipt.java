package fr.monespacesante.mail;

import java.time.Instant;
import java.util.Optional;

/// A receipt (MDN, RFC 8098) to be written: what became of a message that asked for one. Send it with the null return
/// path, never to a message that is automatic itself.
///
/// @param messageId of the receipt, with its `<>`
/// @param from the mailbox that answers; also the `Final-Recipient`
/// @param to `Mail.signs().receiptTo()`
/// @param originalMessageId with its `<>`; empty when the message had none
/// @param originalRecipient as the message was addressed; most often `from`
/// @param originalSubject goes on in the subject
/// @param error empty when the message was taken in
/// @param original the message as it came: its headers go along, and all of it beside an error
/// @param product reference of the software that sends (`X-MSS-NIL`)
public record Receipt(
        String messageId,
        Instant date,
        Address from,
        Address to,
        String originalMessageId,
        Address originalRecipient,
        String originalSubject,
        Optional<IntegrationError> error,
        byte[] original,
        String product) {
    @Override
    public String toString() {
        return "Receipt[redacted]";
    }
}

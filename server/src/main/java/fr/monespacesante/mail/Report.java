package fr.monespacesante.mail;

import java.util.List;

/// What came back about a message that was sent.
public sealed interface Report {
    /// The `Message-ID` of the message it is about, with its `<>`; empty when the report does not say.
    String originalMessageId();

    /// What became of it on its way (RFC 3464).
    record DeliveryReport(String originalMessageId, List<Recipient> recipients) implements Report {
        public DeliveryReport {
            recipients = List.copyOf(recipients);
        }
    }

    /// @param address of the recipient, as the message was addressed where that is known
    /// @param action FAILED and DELAYED are what a sender has to know
    /// @param status enhanced status code such as `5.1.1`; may be empty
    /// @param diagnostic the words of the server that answered, on one line; may be empty
    record Recipient(String address, Action action, String status, String diagnostic) {}

    enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        RELAYED,
        EXPANDED,
        UNKNOWN
    }

    /// What was done with it at its end (RFC 8098).
    ///
    /// @param finalRecipient the mailbox that answers
    /// @param disposition `displayed`, `processed`, `deleted`, `dispatched`, or what else was written
    /// @param failed the message could not be processed
    /// @param error code and words of what failed, on one line; may be empty
    record ReceiptReport(
            String originalMessageId, String finalRecipient, String disposition, boolean failed, String error)
            implements Report {}
}

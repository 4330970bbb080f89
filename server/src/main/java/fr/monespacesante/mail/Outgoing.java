package fr.monespacesante.mail;

import java.time.Instant;
import java.util.List;

/// A message to be written. Nothing is checked here: `MailWriter` does, and refuses.
///
/// @param messageId with its `<>`
/// @param to at least one
/// @param text with `\n` at the ends of lines
/// @param closes ends the exchange (`X-MSS-MES: FIN`), as only professionals may
/// @param receiptWanted asks for a receipt (`Disposition-Notification-To` the sender)
/// @param product reference of the software that sends (`X-MSS-NIL`)
public record Outgoing(
        String messageId,
        Instant date,
        Address from,
        List<Address> to,
        List<Address> cc,
        String subject,
        String text,
        List<File> attachments,
        boolean closes,
        boolean receiptWanted,
        String product) {
    public Outgoing {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /// @param mimeType as found out, such as `application/pdf`
    public record File(String name, String mimeType, byte[] bytes) {
        @Override
        public String toString() {
            return "File[" + mimeType + "]";
        }
    }

    @Override
    public String toString() {
        return "Outgoing[redacted]";
    }
}

package fr.monespacesante.mail;

import java.util.List;
import java.util.Optional;

/// What the headers of a message say to machines.
///
/// @param closes the professional ends the exchange (`X-MSS-MES: FIN`)
/// @param receiptTo who wants to know what became of the message (`Disposition-Notification-To`)
/// @param cdaCodes types of the CDA that are attached (`X-MSS-CODECDA`)
/// @param qualifiedIns the sender says that the INS in the attached documents is qualified (`X-MSS-INS: O`)
/// @param product the sender's software (`X-MSS-NIL`); may be empty
/// @param automatic no person wrote it: nothing is answered to it by itself (RFC 3834)
/// @param hops how many servers it passed through
public record MailSigns(
        boolean closes,
        Optional<Address> receiptTo,
        List<String> cdaCodes,
        boolean qualifiedIns,
        String product,
        boolean automatic,
        int hops) {
    public MailSigns {
        cdaCodes = List.copyOf(cdaCodes);
    }

    /// Of a message that says nothing.
    public static MailSigns none() {
        return new MailSigns(false, Optional.empty(), List.of(), false, "", false, 0);
    }
}

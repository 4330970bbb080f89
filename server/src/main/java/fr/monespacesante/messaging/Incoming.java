package fr.monespacesante.messaging;

import fr.monespacesante.kernel.Mark;
import fr.monespacesante.mail.IntegrationError;
import fr.monespacesante.mail.Mail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A message that comes in, as its channel understood it.
///
/// @param raw the whole of it, as it came
/// @param from whom the channel has proven
/// @param to and `cc` the other professionals it is addressed to; no patient among them
/// @param marks of the documents it brings
/// @param error why a document in it cannot be taken into the record
/// @param conversation in which it is written, when the channel knows; else its references say
public record Incoming(
        Mail mail,
        byte[] raw,
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        Set<Mark> marks,
        Optional<UUID> conversation,
        Optional<IntegrationError> error) {
    public Incoming {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        marks = Set.copyOf(marks);
    }

    public Incoming with(Optional<IntegrationError> found) {
        return new Incoming(mail, raw, from, to, cc, marks, conversation, found);
    }

    @Override
    public String toString() {
        return "Incoming[redacted]";
    }
}

package fr.monespacesante.interop.mssante;

import fr.monespacesante.kernel.Ins;
import java.util.LinkedHashSet;
import java.util.Set;

/// From whom a message comes and to whom it goes, as the commands say.
final class Envelope {
    private final String sender;
    private final Set<Ins> recipients = new LinkedHashSet<>();

    /// @param sender in lower case; empty for a report
    Envelope(String sender) {
        this.sender = sender;
    }

    String sender() {
        return sender;
    }

    Set<Ins> recipients() {
        return recipients;
    }

    void add(Ins recipient) {
        recipients.add(recipient);
    }

    @Override
    public String toString() {
        return "Envelope[redacted]";
    }
}

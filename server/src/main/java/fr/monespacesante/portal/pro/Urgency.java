package fr.monespacesante.portal.pro;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/// A state of the session about one patient: an emergency that the professional declared, or the regulation of a call.
/// It ends by itself after an hour.
///
/// @param regulation true for a doctor of the SAMU who regulates; false for an emergency (bris de glace)
/// @param reason as the professional wrote it
record Urgency(boolean regulation, String reason, Instant since) implements Serializable {
    static final Duration LONGEST = Duration.ofHours(1);

    boolean lastsAt(Instant now) {
        return now.isBefore(until());
    }

    Instant until() {
        return since.plus(LONGEST);
    }

    @Override
    public String toString() {
        return "Urgency[redacted]";
    }
}

package fr.monespacesante.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A request to erase documents for good, from its receipt to its end.
///
/// @param beginsAt until then it can be withdrawn
/// @param documents how many were asked to be erased
/// @param erased how many are by now
/// @param categories of the documents, and how many of each
public record Erasure(
        UUID id,
        State state,
        Instant askedAt,
        Instant beginsAt,
        Optional<Instant> endedAt,
        int documents,
        int erased,
        List<Count> categories) {
    public Erasure {
        categories = List.copyOf(categories);
    }

    /// Where it stands.
    public enum State {
        RECEIVED,
        RUNNING,
        DONE,
        /// By whoever had asked, before it began.
        WITHDRAWN
    }

    /// @param category name of a `DocumentCategory`
    public record Count(String category, int documents) {}

    /// What one names it by, on the phone too.
    public String reference() {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "EFF-" + digits.substring(24, 28) + "-" + digits.substring(28);
    }
}

package fr.monespacesante.account;

import java.time.Instant;
import java.time.LocalDate;

/// The trace of a closing or an erasure, which is also what its certificate says.
///
/// @param reference by which it can be asked for and checked
/// @param erased for good, or kept in the archive
/// @param person whose space it was
/// @param by who asked for it, as they are called; empty for the service itself
public record Closing(
        String reference,
        Instant at,
        Closings.Reason reason,
        boolean erased,
        String person,
        LocalDate birthDate,
        String by) {
    @Override
    public String toString() {
        return "Closing[" + reference + "]";
    }
}

package fr.monespacesante.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What lets one person act in another person's space (REP).
///
/// @param scopes of a caregiver; the others act like the holder
/// @param until the first moment it no longer holds; empty while it lasts by itself
public record Mandate(Kind kind, Set<Scope> scopes, Optional<Instant> until) {
    public Mandate {
        scopes = Set.copyOf(scopes);
    }

    public enum Kind {
        /// A parent or other legal representative of a minor; ends on the eighteenth birthday (REP-03).
        LEGAL_REPRESENTATIVE,
        /// The representative of a protected adult (REP-04).
        GUARDIAN,
        /// A relative who helps (aidant), in their own name (REP-05).
        CAREGIVER
    }

    public enum Scope {
        READ,
        ADD,
        AGENDA,
        MESSAGE
    }

    public boolean holdsAt(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }
}

package fr.monespacesante.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What lets one person act in another person's space (REP).
///
/// @param scopes of a caregiver; the others act like the holder
/// @param until the first moment it no longer holds; empty while it lasts by itself
/// @param powers of a guardian, as the judge gave them (REP-04); everything for the others
public record Mandate(Kind kind, Set<Scope> scopes, Optional<Instant> until, Powers powers) {
    public Mandate(Kind kind, Set<Scope> scopes, Optional<Instant> until) {
        this(kind, scopes, until, Powers.ALL);
    }

    public Mandate {
        scopes = Set.copyOf(scopes);
    }

    /// Who says that somebody may act for somebody.
    public enum Source {
        /// The file of the health insurance, which takes back what it no longer names.
        FEED,
        /// The letter with the child's code, in the hands of who showed it.
        CODE,
        HOLDER,
        /// An agent, on documents shown.
        AGENT
    }

    public enum Kind {
        /// A parent or other legal representative of a minor; ends on the eighteenth birthday (REP-03).
        LEGAL_REPRESENTATIVE,
        /// The representative of a protected adult (REP-04).
        GUARDIAN,
        /// A relative who helps (aidant), in their own name (REP-05).
        CAREGIVER
    }

    /// What the pages offer is reading and adding; the others wait for the parts of the space they are about.
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

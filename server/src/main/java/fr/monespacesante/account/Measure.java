package fr.monespacesante.account;

import java.time.Instant;
import java.util.Optional;

/// A measure of protection of an adult, as the judge or the mandate set it (REP-04).
///
/// @param guardian what who represents may do
/// @param left what the protected person goes on doing alone
/// @param until the first moment it no longer holds; empty while it lasts by itself
public record Measure(Kind kind, Powers guardian, Powers left, Optional<Instant> until) {
    /// The French measures; each judgement may say something else, and then that holds.
    public enum Kind {
        /// Tutelle: the guardian represents, the person is informed.
        TUTELLE(Powers.ALL, Powers.READ),
        /// Curatelle: the person acts, the curator assists.
        CURATELLE(Powers.READ, Powers.ALL),
        /// Habilitation familiale.
        HABILITATION(Powers.ALL, Powers.READ),
        /// Mandat de protection future: both act, as the person wished.
        FUTURE(Powers.ALL, Powers.ALL);

        private final Powers guardian;
        private final Powers left;

        Kind(Powers guardian, Powers left) {
            this.guardian = guardian;
            this.left = left;
        }

        /// What such a measure says where the judgement says nothing else.
        public Measure usual(Optional<Instant> until) {
            return new Measure(this, guardian, left, until);
        }
    }
}

package fr.monespacesante.account;

import java.time.Instant;
import java.util.Optional;

/// What steers who may come into a space, besides its state (REP). It is found together with the space.
///
/// @param concealed nobody acts for the holder, who is under protection (REP-06)
/// @param ownAccess a minor has a login of their own beside who represents them (REP-06)
/// @param left what a measure of protection leaves to the holder (REP-04)
/// @param until the first moment the measure no longer holds; empty while it lasts by itself
public record Standing(boolean concealed, boolean ownAccess, Powers left, Optional<Instant> until) {
    /// Nothing of all this.
    public static final Standing PLAIN = new Standing(false, false, Powers.ALL, Optional.empty());

    /// What is left to the holder at this moment.
    public Powers leftAt(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent() ? Powers.ALL : left;
    }
}

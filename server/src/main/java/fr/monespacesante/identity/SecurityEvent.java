package fr.monespacesante.identity;

import fr.monespacesante.kernel.SpaceId;

/// Something that happened to a citizen's account and that she should hear of. Published after the fact;
/// ids only.
public sealed interface SecurityEvent {
    CitizenId citizen();

    SpaceId space();

    /// @param knownDevice whether this browser had signed in before
    record SignedIn(CitizenId citizen, SpaceId space, boolean knownDevice) implements SecurityEvent {}

    record PasswordChanged(CitizenId citizen, SpaceId space) implements SecurityEvent {}

    record ContactChanged(CitizenId citizen, SpaceId space) implements SecurityEvent {}

    /// Anything else that changes a way in, or was tried on it.
    record AccountChanged(CitizenId citizen, SpaceId space, Change change) implements SecurityEvent {}

    /// The names are those of the lines in the history.
    enum Change {
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        FRANCECONNECT_LINKED,
        FRANCECONNECT_UNLINKED,
        CREDENTIALS_RECOVERED,
        /// Somebody tried with a wrong password, once or many times within the hour.
        SIGN_IN_REFUSED
    }
}

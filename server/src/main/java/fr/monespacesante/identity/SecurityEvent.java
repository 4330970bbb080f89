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
}

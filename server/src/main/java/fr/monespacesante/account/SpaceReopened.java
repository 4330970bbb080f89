package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import java.util.Optional;

/// A closed space is back with everything in it; published within the transaction that says so.
///
/// @param delegate whose own space it is who did so for somebody else; empty for the holder
/// @param name of the delegate
public record SpaceReopened(SpaceId space, Optional<SpaceId> delegate, String name) {}

package fr.monespacesante.support;

import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.UUID;

/// A caller who has answered the questions, in the hands of one agent, for half an hour.
///
/// @param representative true when a minor's legal representative calls
public record Call(UUID id, SpaceId space, Instant at, Instant until, boolean representative) {}

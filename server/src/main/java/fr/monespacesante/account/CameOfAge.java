package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;

/// Nobody represents this person for their age any more (REP-03); published once, in the transaction that
/// invites them.
public record CameOfAge(SpaceId space, Instant at) {}

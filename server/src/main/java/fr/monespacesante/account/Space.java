package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;

/// A space as the directory knows it.
public record Space(SpaceId id, SpaceState state, Person person) {}

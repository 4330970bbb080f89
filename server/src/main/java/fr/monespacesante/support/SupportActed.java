package fr.monespacesante.support;

import fr.monespacesante.kernel.SpaceId;

/// The support did something for the holder of a living space; published within the transaction that says so.
public record SupportActed(SpaceId space) {}

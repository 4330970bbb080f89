package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;

/// A space is about to be closed: published within the transaction, while its door still opens, for what has to be put
/// into it before.
public record SpaceClosing(SpaceId space) {}

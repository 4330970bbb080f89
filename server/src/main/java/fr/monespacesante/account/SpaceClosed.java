package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;

/// A space is out of reach from now on; published within the transaction that says so.
public record SpaceClosed(SpaceId space, Closings.Reason reason) {}

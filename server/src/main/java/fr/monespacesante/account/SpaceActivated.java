package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;

/// The holder has come in for the first time; published within the transaction that says so.
public record SpaceActivated(SpaceId space) {}

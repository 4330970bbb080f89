package fr.monespacesante.support;

import fr.monespacesante.kernel.SpaceId;

/// A session with a counsellor has begun; published within the transaction that says so.
public record SessionAssisted(SpaceId space) {}

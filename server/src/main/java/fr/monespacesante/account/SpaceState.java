package fr.monespacesante.account;

/// Where a space stands in its life. `SpaceLife` says how it gets from one to another.
public enum SpaceState {
    /// Announced to the person, who may oppose; it holds nothing yet.
    NOTIFIED,
    OPPOSED,
    /// Receives documents; its holder has not come in yet.
    OPEN,
    ACTIVATED,
    /// Archived, out of everybody's reach.
    CLOSED,
    /// The holder has died: archived like a closed space, and nobody activates it again (ENR-17).
    DECEASED,
    /// Nothing of what it held is left.
    ERASED;

    /// Whether its key is in the archive, or destroyed: no door opens it.
    public boolean isShut() {
        return this == CLOSED || this == DECEASED || this == ERASED;
    }

    /// Whether documents may be put in and read.
    public boolean isAlive() {
        return this == OPEN || this == ACTIVATED;
    }
}

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
    ERASED;

    /// Whether documents may be put in and read.
    public boolean isAlive() {
        return this == OPEN || this == ACTIVATED;
    }
}

package fr.monespacesante.access;

/// Hears what happens in a space, inside the visit's transaction, just before its trace is written: what a listener
/// writes is there if and only if the event is, across any crash (NOT-04). It must be quick and must not leave the
/// database.
public interface SpaceListener {
    void on(Visit visit, SpaceEvent event);
}

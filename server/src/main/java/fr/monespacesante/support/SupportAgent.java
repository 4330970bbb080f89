package fr.monespacesante.support;

import fr.monespacesante.audit.Trace;

/// Who answers the phone.
///
/// @param id as ProConnect names them
public record SupportAgent(String id, String name) {
    Trace.Actor actor() {
        return actor("3422");
    }

    /// @param place where they work, as the holder reads it
    Trace.Actor actor(String place) {
        return new Trace.Actor("AGENT", id, name, null, null, place, "PORTAL");
    }

    @Override
    public String toString() {
        return "SupportAgent[redacted]";
    }
}

package fr.monespacesante.support;

import fr.monespacesante.audit.Trace;

/// Who answers the phone.
///
/// @param id as ProConnect names them
public record SupportAgent(String id, String name) {
    Trace.Actor actor() {
        return new Trace.Actor("AGENT", id, name, null, null, "3422", "PORTAL");
    }

    @Override
    public String toString() {
        return "SupportAgent[redacted]";
    }
}

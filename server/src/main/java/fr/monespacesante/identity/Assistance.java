package fr.monespacesante.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// A counsellor beside a citizen, for a limited time (ACP-01).
///
/// @param id of the assisted session
/// @param counsellor name and place, as the history says it: `Sylvie ROUSSEL, France services de Bagatelle`
public record Assistance(UUID id, String counsellor, Instant until) implements Serializable {
    @Override
    public String toString() {
        return "Assistance[" + id + "]";
    }
}

package fr.monespacesante.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of what agents of the operator looked at and did.
///
/// @param agent as ProConnect names them
/// @param act a stable code such as `READ_ALERT`
/// @param subject what it was done to, when it is one thing
/// @param detail what changed, old and new value; never health content, never a patient
public record AgentTrace(
        Instant at,
        String agent,
        String name,
        String act,
        @Nullable UUID subject,
        @Nullable String detail) {
    @Override
    public String toString() {
        return "AgentTrace[" + act + "]";
    }
}

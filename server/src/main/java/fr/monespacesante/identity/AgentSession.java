package fr.monespacesante.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/// A person of the operator, signed in with their own identity provider (AUT-05); the principal of the agents' pages.
///
/// @param session names this sign-in
/// @param id of the person at the provider; what a trace says
/// @param roles such as `support`, `supervision`, `referencing`, `archivist`, `operator`
public record AgentSession(UUID session, String id, String displayName, Set<String> roles)
        implements Principal, Serializable {
    public AgentSession {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    @Override
    public String getName() {
        return session.toString();
    }

    @Override
    public String toString() {
        return "AgentSession[" + session + "]";
    }
}

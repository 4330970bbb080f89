package fr.monespacesante.identity;

/// Pages that only agents of one role come to; a module makes a bean of each. Agents of any role come to the rest of
/// `/agent`, so an area is declared with the page that it guards.
///
/// @param pattern of paths, such as `/agent/supervision/**`
/// @param role as the agents' provider names it, such as `supervision`
public record AgentArea(String pattern, String role) {
    public AgentArea {
        if (!pattern.startsWith("/agent/") || role.isBlank()) {
            throw new IllegalArgumentException("an area lies under /agent and has a role");
        }
    }
}

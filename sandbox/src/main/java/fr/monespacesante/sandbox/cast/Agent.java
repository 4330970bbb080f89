package fr.monespacesante.sandbox.cast;

import java.util.List;

/// Someone who works for the service: signs in with ProConnect, and the roles say what for.
public record Agent(String key, String familyName, String givenName, String email, List<String> roles)
        implements Person {
    public Agent {
        roles = List.copyOf(roles);
    }

    @Override
    public String displayName() {
        return givenName + " " + familyName;
    }
}

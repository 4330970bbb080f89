package fr.monespacesante.sandbox.openid;

import java.util.Set;

/// A program registered with some of the providers.
public record Client(
        String id,
        String secret,
        Set<Provider> providers,
        Set<String> redirectUris,
        Set<String> postLogoutRedirectUris) {
    public Client {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("a client has an id and a secret");
        }
        providers = Set.copyOf(providers);
        redirectUris = Set.copyOf(redirectUris);
        postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}

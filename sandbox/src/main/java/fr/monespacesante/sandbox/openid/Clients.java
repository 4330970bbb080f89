package fr.monespacesante.sandbox.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The programs known to the providers.
public final class Clients {
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    public Clients(Collection<Client> registered) {
        registered.forEach(client -> clients.put(client.id(), client));
    }

    /// The client of this id, where it is registered with this provider.
    public Optional<Client> find(Provider provider, String id) {
        return Optional.ofNullable(clients.get(id))
                .filter(client -> client.providers().contains(provider));
    }

    Optional<Client> authenticate(Provider provider, String id, String secret) {
        return find(provider, id)
                .filter(client -> MessageDigest.isEqual(
                        client.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)));
    }

    /// Registers more addresses for a client: a test knows the port of its server only once that runs.
    ///
    /// @throws IllegalArgumentException when no such client exists
    public void allow(String clientId, String redirectUri, String postLogoutRedirectUri) {
        Client changed = clients.computeIfPresent(
                clientId,
                (id, client) -> new Client(
                        id,
                        client.secret(),
                        client.providers(),
                        with(client.redirectUris(), redirectUri),
                        with(client.postLogoutRedirectUris(), postLogoutRedirectUri)));
        if (changed == null) {
            throw new IllegalArgumentException("no client is called " + clientId);
        }
    }

    private static Set<String> with(Set<String> addresses, String added) {
        Set<String> all = new HashSet<>(addresses);
        all.add(added);
        return all;
    }
}

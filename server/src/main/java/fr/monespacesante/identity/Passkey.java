package fr.monespacesante.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key that a citizen signs in with instead of a one-time code (AUT-02).
///
/// @param name as she calls it
/// @param lastUsed null when it never was
public record Passkey(
        UUID id, String name, Instant created, @Nullable Instant lastUsed) {
    @Override
    public String toString() {
        return "Passkey[" + id + "]";
    }
}

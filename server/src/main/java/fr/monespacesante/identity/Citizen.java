package fr.monespacesante.identity;

import fr.monespacesante.kernel.SpaceId;

/// A citizen who can sign in to the space that is hers.
///
/// @param displayName as pages greet her
public record Citizen(CitizenId id, SpaceId space, String displayName, Contact contact) {
    @Override
    public String toString() {
        return "Citizen[" + id + "]";
    }
}

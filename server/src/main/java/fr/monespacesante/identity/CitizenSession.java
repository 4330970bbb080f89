package fr.monespacesante.identity;

import fr.monespacesante.kernel.SpaceId;
import java.io.Serializable;
import java.security.Principal;

/// A citizen who has shown both factors; the principal of every page behind the login.
public record CitizenSession(CitizenId citizen, SpaceId space, String displayName) implements Principal, Serializable {
    static CitizenSession of(Citizen citizen) {
        return new CitizenSession(citizen.id(), citizen.space(), citizen.displayName());
    }

    /// An id, not a name: it is what the table of sessions is indexed by.
    @Override
    public String getName() {
        return citizen.toString();
    }

    @Override
    public String toString() {
        return "CitizenSession[" + citizen + "]";
    }
}

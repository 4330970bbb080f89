package fr.monespacesante.identity;

import fr.monespacesante.kernel.SpaceId;
import java.io.Serializable;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/// A citizen who has shown both factors; the principal of every page behind the login.
///
/// @param assistance the counsellor beside them (ACP-01); null when they are alone
public record CitizenSession(
        CitizenId citizen,
        SpaceId space,
        String displayName,
        @Nullable Assistance assistance) implements Principal, Serializable {
    public CitizenSession(CitizenId citizen, SpaceId space, String displayName) {
        this(citizen, space, displayName, null);
    }

    static CitizenSession of(Citizen citizen) {
        return new CitizenSession(citizen.id(), citizen.space(), citizen.displayName());
    }

    /// The counsellor as the history names them; null when the citizen is alone.
    public @Nullable String assistant() {
        return assistance == null ? null : assistance.counsellor();
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

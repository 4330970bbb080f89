package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;

/// A space as the directory knows it.
public record Space(SpaceId id, SpaceState state, Person person, Standing standing) {
    public Space(SpaceId id, SpaceState state, Person person) {
        this(id, state, person, Standing.PLAIN);
    }
}

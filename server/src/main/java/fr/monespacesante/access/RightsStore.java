package fr.monespacesante.access;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Place;
import fr.monespacesante.vault.SpaceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one sealed row of rights that a space has.
final class RightsStore {
    private static final String TABLE = "access.rights";

    private final JdbcClient database;

    RightsStore(JdbcClient database) {
        this.database = database;
    }

    static Rights open(SpaceKey key, long version, byte @Nullable [] sealed) {
        return sealed == null ? Rights.initial() : key.open(place(key.space(), version), sealed, Rights.class);
    }

    /// Refused as stale when another change came first.
    Outcome<Rights> save(Visit visit, Rights changed) {
        long next = visit.rightsVersion() + 1;
        byte[] sealed = visit.key().seal(place(visit.id(), next), changed);
        int saved = database.sql("""
                        insert into access.rights (space_id, version, sealed) values (:space, :next, :sealed)
                        on conflict (space_id) do update set version = excluded.version, sealed = excluded.sealed
                         where access.rights.version = :before
                        """)
                .param("space", visit.id().value())
                .param("next", next)
                .param("before", visit.rightsVersion())
                .param("sealed", sealed)
                .update();
        return saved == 1 ? Outcome.done(changed) : Outcome.refused(Problem.VERSION_MISMATCH);
    }

    private static Place place(SpaceId space, long version) {
        return new Place(TABLE, space.value(), version);
    }
}

package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The wrapped keys of the spaces, one row each, behind row security like everything else of a space. Called by the
/// door alone, inside its transaction.
public final class SpaceKeys {
    private final JdbcClient database;
    private final MasterKeys masters;
    private final SecureRandom random;

    SpaceKeys(JdbcClient database, MasterKeys masters, SecureRandom random) {
        this.database = database;
        this.masters = masters;
        this.random = random;
    }

    /// Opens a key that the caller has read already.
    public SpaceKey unwrap(SpaceId space, byte[] wrapped) {
        return new SpaceKey(space, masters.unwrap(space, wrapped));
    }

    /// The key of a space, made now when the space has none yet. Two first writers get the same key.
    public SpaceKey openOrMake(SpaceId space) {
        Optional<byte[]> known = read(space);
        if (known.isEmpty()) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            database.sql("insert into vault.space_key (space_id, wrapped) values (:space, :wrapped)"
                            + " on conflict (space_id) do nothing")
                    .param("space", space.value())
                    .param("wrapped", masters.wrap(space, fresh))
                    .update();
            known = read(space);
        }
        return unwrap(space, known.orElseThrow());
    }

    private Optional<byte[]> read(SpaceId space) {
        return database.sql("select wrapped from vault.space_key where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> row.getBytes("wrapped"))
                .optional();
    }
}

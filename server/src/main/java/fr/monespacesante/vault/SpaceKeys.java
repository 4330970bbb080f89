package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The wrapped keys of the spaces, one row each, behind row security like everything else of a space. Those of spaces
/// that live are opened by the door alone; archiving, bringing back and destroying belong to the life of a space
/// (`account`). Each is part of the caller's transaction.
public final class SpaceKeys {
    private final JdbcClient database;
    private final MasterKeys masters;
    private final SecureRandom random;

    SpaceKeys(JdbcClient database, MasterKeys masters, SecureRandom random) {
        this.database = database;
        this.masters = masters;
        this.random = random;
    }

    /// Opens a key that the caller has read already. A rotation may have wrapped it anew since: then what is in the
    /// row now is opened.
    public SpaceKey unwrap(SpaceId space, byte[] wrapped) {
        try {
            return new SpaceKey(space, masters.spaces().unwrap(space, wrapped));
        } catch (Damaged damaged) {
            byte[] now = read(space).orElseThrow(() -> damaged);
            if (Arrays.equals(now, wrapped)) {
                throw damaged;
            }
            return new SpaceKey(space, masters.spaces().unwrap(space, now));
        }
    }

    /// The key of a space, made now when the space has none yet. Two first writers get the same key.
    ///
    /// @throws IllegalStateException when the space was closed this very moment: its key is in the archive
    public SpaceKey openOrMake(SpaceId space) {
        Optional<byte[]> known = read(space);
        if (known.isEmpty()) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            database.sql("""
                            insert into vault.space_key (space_id, wrapped)
                            select :space, :wrapped
                             where not exists (select from vault.archived_key where space_id = :space)
                            on conflict (space_id) do nothing
                            """)
                    .param("space", space.value())
                    .param("wrapped", masters.spaces().wrap(space, fresh))
                    .update();
            known = read(space);
        }
        return unwrap(space, known.orElseThrow(() -> new IllegalStateException("the key of a space is archived")));
    }

    /// Puts the key into the archive (ENR-12): no door opens the space any more.
    public void archive(SpaceId space) {
        enter(space);
        Optional<byte[]> wrapped = read(space);
        if (wrapped.isEmpty()) {
            return; // nothing was ever kept
        }
        byte[] key = masters.spaces().unwrap(space, wrapped.get());
        byte[] blind = new byte[32];
        random.nextBytes(blind);
        database.sql("""
                        insert into vault.archived_key (space_id, for_return, blind, for_officers)
                        values (:space, :return, :blind, :officers) on conflict (space_id) do nothing
                        """)
                .param("space", space.value())
                .param("return", masters.archive().wrap(space, key))
                .param("blind", masters.archive().wrap(space, blind))
                .param(
                        "officers",
                        masters.locks().lock(space, mixed(key, blind)).orElse(null))
                .update();
        delete("vault.space_key", space);
    }

    /// Takes the key out of the archive, at its holder's return (ENR-10); false when there is none there.
    public boolean bringBack(SpaceId space) {
        enter(space);
        Optional<byte[]> kept = archived(space, "for_return");
        if (kept.isEmpty()) {
            return false;
        }
        byte[] key = masters.archive().unwrap(space, kept.get());
        database.sql("""
                        insert into vault.space_key (space_id, wrapped) values (:space, :wrapped)
                        on conflict (space_id) do update set wrapped = excluded.wrapped
                        """)
                .param("space", space.value())
                .param("wrapped", masters.spaces().wrap(space, key))
                .update();
        delete("vault.archived_key", space);
        return true;
    }

    /// Destroys the key: what it sealed is gone (ENR-13). Copies in back-ups go with the next rotation.
    public void destroy(SpaceId space) {
        enter(space);
        delete("vault.archived_key", space);
        delete("vault.space_key", space);
    }

    /// What the first archivist has to open; empty when the space is in no archive, or was put there before any
    /// archivist was appointed.
    public Optional<byte[]> lockedForArchivists(SpaceId space) {
        enter(space);
        return archived(space, "for_officers");
    }

    /// Opens an archived space until then, for those who bring what was behind both locks; false when they do not.
    ///
    /// @param answer of the second archivist
    public boolean openArchive(SpaceId space, String answer, Instant until) {
        enter(space);
        Optional<byte[]> blind = archived(space, "blind");
        Optional<byte[]> kept = archived(space, "for_return");
        byte[] brought;
        try {
            brought = Base64.getUrlDecoder().decode(answer.strip());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        if (blind.isEmpty() || kept.isEmpty() || brought.length != 32) {
            return false;
        }
        byte[] key = mixed(brought, masters.archive().unwrap(space, blind.get()));
        if (!MessageDigest.isEqual(key, masters.archive().unwrap(space, kept.get()))) {
            return false;
        }
        return database.sql("""
                        update vault.archived_key set opened = :opened, opened_until = :until where space_id = :space
                        """)
                        .param("opened", masters.archive().wrap(space, key))
                        .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                        .param("space", space.value())
                        .update()
                == 1;
    }

    /// Ends it before its time.
    public void closeArchive(SpaceId space) {
        enter(space);
        database.sql("update vault.archived_key set opened = null, opened_until = null where space_id = :space")
                .param("space", space.value())
                .update();
    }

    /// The key of an archived space that two archivists opened, while that lasts.
    public Optional<SpaceKey> openedArchive(SpaceId space, Instant now) {
        enter(space);
        return database.sql("""
                        select opened from vault.archived_key where space_id = :space and opened_until > :now
                        """)
                .param("space", space.value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) -> new SpaceKey(space, masters.archive().unwrap(space, row.getBytes("opened"))))
                .optional();
    }

    private void enter(SpaceId space) {
        database.sql("set local mes.space = '" + space.value() + "'").update();
    }

    private Optional<byte[]> archived(SpaceId space, String column) {
        return database.sql("select " + column + " from vault.archived_key where space_id = :space and " + column
                        + " is not null for update")
                .param("space", space.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private void delete(String table, SpaceId space) {
        database.sql("delete from " + table + " where space_id = :space")
                .param("space", space.value())
                .update();
    }

    private static byte[] mixed(byte[] one, byte[] other) {
        byte[] mixed = new byte[one.length];
        for (int at = 0; at < one.length; at++) {
            mixed[at] = (byte) (one[at] ^ other[at]);
        }
        return mixed;
    }

    private Optional<byte[]> read(SpaceId space) {
        return database.sql("select wrapped from vault.space_key where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> row.getBytes("wrapped"))
                .optional();
    }
}

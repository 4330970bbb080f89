package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Provisional codes for the person's own hands, beside those of the campaigns: a teenager's, a young adult's.
@Component
final class OwnCodes {
    private final JdbcClient database;
    private final Invitations.CodeSource codes;
    private final AccountProperties properties;

    OwnCodes(JdbcClient database, Invitations.CodeSource codes, AccountProperties properties) {
        this.database = database;
        this.codes = codes;
        this.properties = properties;
    }

    /// A new code; the one before works no longer.
    ProvisionalCode replace(SpaceId space, Instant now) {
        ProvisionalCode code = codes.next();
        database.sql("""
                        insert into account.invitation (space_id, code_hash, sent_at, expires_at)
                        values (:space, :hash, :now, :expires)
                        on conflict (space_id) do update
                           set code_hash = excluded.code_hash, sent_at = excluded.sent_at,
                               expires_at = excluded.expires_at, used_at = null
                        """)
                .param("space", space.value())
                .param("hash", codes.hash(space.value(), code.text()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "expires",
                        Deadlines.after(now, properties.codeValidity()).atOffset(ZoneOffset.UTC))
                .update();
        return code;
    }

    /// The code of this space works no longer.
    void spend(SpaceId space, Instant now) {
        database.sql("update account.invitation set used_at = :now where space_id = :space and used_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("space", space.value())
                .update();
    }
}

package fr.monespacesante.account;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// For people under protection (REP-06): while it is on, nobody acts for the holder, whoever asked for it
/// included, and no letter about the space goes to anybody else. To those who represented, the space is one
/// that never was; nobody is told. Only an agent lifts it, on documents shown.
@Component
public final class Concealment {
    private final JdbcClient database;

    Concealment(JdbcClient database) {
        this.database = database;
    }

    /// From the next request of everybody on; `TRANSITION_NOT_ALLOWED` when it is on already.
    public Outcome<Boolean> conceal(SpaceId space, Instant now) {
        return changed(database.sql("""
                        update account.space set concealed_at = :now where space_id = :space and concealed_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("space", space.value())
                .update());
    }

    /// The mandates that still hold open the space again: which of them should not is to be settled before.
    public Outcome<Boolean> lift(SpaceId space) {
        return changed(database.sql("""
                        update account.space set concealed_at = null
                         where space_id = :space and concealed_at is not null
                        """).param("space", space.value()).update());
    }

    private static Outcome<Boolean> changed(int rows) {
        return rows == 1 ? Outcome.done(true) : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }
}

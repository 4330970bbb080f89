package fr.monespacesante.identity;

import fr.monespacesante.kernel.SpaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes a login away at once, with the sessions that are open under it: a teenager's, when a parent ends it
/// (REP-06).
@Component
public final class LoginRemoval {
    private final JdbcClient database;
    private final Citizens citizens;
    private final Sessions sessions;

    LoginRemoval(JdbcClient database, Citizens citizens, Sessions sessions) {
        this.database = database;
        this.citizens = citizens;
        this.sessions = sessions;
    }

    public void remove(SpaceId space) {
        citizens.ofSpace(space).ifPresent(citizen -> sessions.endOthers(citizen.id(), ""));
        database.sql("delete from identity.citizen where space_id = :space")
                .param("space", space.value())
                .update();
    }
}

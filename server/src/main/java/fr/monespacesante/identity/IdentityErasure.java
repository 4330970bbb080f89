package fr.monespacesante.identity;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The login of the space's holder with every other way in, its sessions and its codes.
@Component
final class IdentityErasure implements ErasureStep {
    private final JdbcClient database;
    private final Citizens citizens;
    private final Sessions sessions;

    IdentityErasure(JdbcClient database, Citizens citizens, Sessions sessions) {
        this.database = database;
        this.citizens = citizens;
        this.sessions = sessions;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String name() {
        return "login";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "identity.citizen",
                "identity.spring_session",
                "identity.one_time_code",
                // these go with the citizen, or forget whom they were about
                "identity.failed_sign_in",
                "identity.passkey",
                "identity.france_connect",
                "identity.recovery");
    }

    @Override
    public void erase(SpaceId space) {
        citizens.ofSpace(space).ifPresent(citizen -> {
            sessions.endAll(citizen.id());
            database.sql("delete from identity.one_time_code where purpose like '%|' || :citizen || '%'")
                    .param("citizen", citizen.id().toString())
                    .update();
        });
        database.sql("delete from identity.citizen where space_id = :space")
                .param("space", space.value())
                .update();
    }
}

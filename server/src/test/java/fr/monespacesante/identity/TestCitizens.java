package fr.monespacesante.identity;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Citizens on a real database, for tests of what is sent to them.
public final class TestCitizens {
    public final Citizens citizens;

    public TestCitizens(JdbcClient database, Directory directory) {
        this.citizens = new Citizens(
                database,
                directory,
                new Passwords(),
                new Ids(Clock.systemUTC(), new SecureRandom()),
                Clock.systemUTC());
    }

    public Citizen register(SpaceId space, String name, Contact contact) {
        Outcome<Citizen> registered = citizens.register(
                space, name, name.replaceAll("\\W", "") + space, new Secret<>("Lilas-Bleu-31-Toulouse"), contact);
        return switch (registered) {
            case Outcome.Done<Citizen>(Citizen citizen) -> citizen;
            case Outcome.Refused<Citizen>(var problem, var where) -> throw new AssertionError(problem + " " + where);
        };
    }
}

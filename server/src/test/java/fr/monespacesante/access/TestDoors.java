package fr.monespacesante.access;

import fr.monespacesante.TestDatabase;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.audit.Activities;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.TestVault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The door and what stands behind it, on a real database, without the rest of the service.
public final class TestDoors {
    public final TestDatabase database = TestDatabase.fresh();
    public final TestVault vault = TestVault.fresh();
    public final JdbcClient client = database.client();
    public final TestSpaces directory = new TestSpaces(client, vault.ofDirectory());

    /// The time at the door; move it as the test needs.
    public Instant now = Instant.parse("2026-11-21T10:00:00Z");

    public final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    public final Traces traces = new Traces(client, new Activities(client, vault.ofDirectory()), ids);
    public final List<SpaceListener> listeners = new ArrayList<>();
    public final Rules rules = new Rules(Matrix.partialDefault());
    public final Consents consents;
    public final Blocks blocks;
    public final History history = new History(traces);
    public final Wishes wishes;
    public final Mandates mandates;
    public final Preview preview = new Preview(rules);
    public final WhoSees whoSees;
    public final Doors doors;

    public TestDoors() {
        RightsStore store = new RightsStore(client);
        consents = new Consents(store, ids);
        blocks = new Blocks(store);
        wishes = new Wishes(store);
        mandates = directory.mandates(database.application());
        whoSees = new WhoSees(rules, Matrix.partialDefault(), mandates);
        InstantSource time = () -> now;
        doors = new Doors(
                directory.spaces(),
                mandates,
                vault.spaceKeys(client),
                traces,
                rules,
                client,
                new Doors.Surroundings(database.transactions(), () -> listeners, time.withZone(ZoneOffset.UTC)));
    }

    public long count(String table) {
        return database.superuser()
                .sql("select count(*) from " + table)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}

package fr.monespacesante.supervision;

import fr.monespacesante.access.TestDoors;
import fr.monespacesante.audit.Activities;
import fr.monespacesante.audit.ActivityFigures;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.FailedSignIns;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Supervision on a real database, beside the door and with its time.
final class TestSupervision {
    static final Operator OPERATOR = new Operator("elodie.perrin", "Élodie PERRIN");

    final TestDoors house;
    final AgentTraces agents;
    final Journal journal;
    final Cases cases;
    final CaseDesk caseDesk;
    final RuleDesk rules;
    final AlertDesk alerts;
    final FailedSignIns signIns;
    final Watch watch;
    private final Directory directory;

    TestSupervision(TestDoors house) {
        this.house = house;
        directory = house.vault.ofDirectory();
        InstantSource time = () -> house.now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        agents = new AgentTraces(house.client, directory, house.ids);
        journal = new Journal(agents, house.database.transactions(), clock);
        CaseRows caseRows = new CaseRows(house.client, directory);
        cases = new Cases(caseRows, house.ids, clock);
        caseDesk = new CaseDesk(caseRows, house.doors, journal);
        RuleRows ruleRows = new RuleRows(house.client);
        rules = new RuleDesk(ruleRows, journal);
        AlertRows alertRows = new AlertRows(house.client, directory);
        ActivityFigures figures = new ActivityFigures(house.client, directory);
        alerts = new AlertDesk(alertRows, caseRows, figures, agents, journal);
        signIns = new FailedSignIns(house.client, directory, house.ids, clock);
        watch = new Watch(
                house.client, ruleRows, new Sightings(figures, signIns, directory), alertRows, journal, house.ids);
    }

    /// Another node of the same service: the same database, a memory of its own.
    static TestSupervision node(TestDoors house) {
        return new TestSupervision(house);
    }

    static Trace.Actor professional(int number, String profession) {
        return new Trace.Actor(
                "PROFESSIONAL",
                "8100000000" + number,
                "Dr Planté NUMERO" + number,
                profession,
                "1310012345",
                "Cabinet planté",
                "FHIR");
    }

    /// A line of activity as the door writes it.
    void did(Trace.Actor actor, Activities.Kind kind, @Nullable UUID space, Instant at) {
        UUID id = house.ids.next();
        Trace trace = new Trace(at, actor, "READ_DOCUMENT", "CONSENT", null, Trace.DONE, null, null);
        house.client
                .sql("insert into audit.activity (id, at, actor_hash, space_id, kind, sealed)"
                        + " values (:id, :at, :actor, :space, :kind, :sealed)")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", directory.fingerprint("audit.activity", actor.id()))
                .param("space", space)
                .param("kind", (short) kind.code())
                .param("sealed", directory.seal(new Place("audit.activity", id, 0), trace))
                .update();
    }

    /// Opens documents of so many different patients at this moment.
    void reads(Trace.Actor actor, int patients, Instant at) {
        for (int i = 0; i < patients; i++) {
            did(actor, Activities.Kind.READ, UUID.randomUUID(), at);
        }
    }

    List<Alert> all() {
        return alerts.newest(OPERATOR, Optional.empty(), Optional.empty(), Optional.empty(), 100)
                .items();
    }

    List<AgentTrace> journal() {
        return agents.newest(Optional.empty(), 200).items().reversed().stream()
                .map(AgentTraces.Numbered::trace)
                .toList();
    }
}

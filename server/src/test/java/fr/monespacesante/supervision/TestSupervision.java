package fr.monespacesante.supervision;

import fr.monespacesante.access.TestDoors;
import fr.monespacesante.audit.AgentTraces;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// Supervision on a real database, beside the door and with its time.
final class TestSupervision {
    static final Operator OPERATOR = new Operator("elodie.perrin", "Élodie PERRIN");

    final TestDoors house;
    final AgentTraces agents;
    final Journal journal;
    final Cases cases;
    final CaseDesk caseDesk;

    TestSupervision(TestDoors house) {
        this.house = house;
        InstantSource time = () -> house.now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        agents = new AgentTraces(house.client, house.vault.ofDirectory(), house.ids);
        journal = new Journal(agents, house.database.transactions(), clock);
        CaseRows rows = new CaseRows(house.client, house.vault.ofDirectory());
        cases = new Cases(rows, house.ids, clock);
        caseDesk = new CaseDesk(rows, house.doors, journal);
    }
}

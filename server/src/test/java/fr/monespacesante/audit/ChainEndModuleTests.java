package fr.monespacesante.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.People;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the owner of the database can do to the end of a history, and to the agents' journal, and how it shows.
@Requirement("TRC-03")
class ChainEndModuleTests {
    private final TestDoors house = new TestDoors();
    private final Anchors anchors = new Anchors(house.client, house.vault.ofDirectory());
    private final AgentTraces agents = new AgentTraces(house.client, house.vault.ofDirectory(), house.ids);

    @BeforeEach
    void aHistoryOfSixLinesThatWasAnchored() {
        house.directory.add(People.CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        look(6);
        assertThat(anchors.anchor()).isEqualTo(1);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            house.doors.enter(
                    People.citizen(People.CLAIRE_SPACE),
                    People.CLAIRE_SPACE,
                    new Act.ListDocuments(),
                    visit -> Outcome.done("seen"));
        }
    }

    /// As `mes_owner`, who may take row security away.
    private void owner(String sql) {
        house.database
                .owner()
                .sql("alter table audit.trace no force row level security")
                .update();
        house.database.owner().sql(sql).update();
        house.database
                .owner()
                .sql("alter table audit.trace force row level security")
                .update();
    }

    private TraceChain chain() {
        return new TraceChain(house.database.superuser(), house.vault.ofDirectory());
    }

    private void broken(long number, String what) {
        assertThat(chain().firstBroken(People.CLAIRE_SPACE)).hasValueSatisfying(broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.what()).contains(what);
        });
    }

    private Optional<TraceChain.Broken> firstBroken() {
        return chain().firstBroken(People.CLAIRE_SPACE);
    }

    @Test
    void aWholeHistoryHoldsAlsoWhenItGrewSinceItWasAnchored() {
        assertThat(firstBroken()).isEmpty();
        look(3);
        assertThat(firstBroken()).isEmpty();
        assertThat(anchors.anchor()).isEqualTo(1);
        assertThat(anchors.anchor()).isZero();
        assertThat(firstBroken()).isEmpty();
    }

    @Test
    void theOwnerChangesALineAndItIsNamed() {
        owner("update audit.trace set sealed = sealed || '\\x00' where seq = 3");
        broken(3, "a trace was changed");
    }

    @Test
    void theOwnerRemovesALineInTheMiddleAndItIsNamed() {
        owner("delete from audit.trace where seq = 4");
        broken(4, "a trace is missing");
    }

    @Test
    void aCutEndIsNoticed() {
        owner("delete from audit.trace where seq > 4");
        broken(5, "2 traces are missing at the end");
    }

    @Test
    void aHistoryThatWasRemovedWholeIsNoticed() {
        owner("delete from audit.trace");
        broken(1, "6 traces are missing at the end");
    }

    @Test
    void aCutEndIsNoticedThoughTheHeadWasPutBackToMatch() {
        owner("delete from audit.trace where seq > 4");
        owner("update audit.head h set seq = 4, hash = t.hash from audit.trace t where t.seq = 4"
                + " and h.space_id = t.space_id");
        broken(5, "2 traces are missing at the end");
        look(2);
        broken(6, "since it was anchored");
    }

    @Test
    void anAnchorThatWasPutBackOrTakenAwayIsNoticed() {
        owner("update audit.anchor a set seq = 4, hash = t.hash from audit.trace t where t.seq = 4");
        broken(4, "the anchor was changed");
        owner("delete from audit.anchor");
        owner("update audit.head set changed_at = now() - interval '1 hour'");
        broken(6, "the anchor is missing");
    }

    @Test
    void aHeadThatWasMovedIsNoticed() {
        owner("update audit.head set seq = 9");
        broken(7, "3 traces are missing at the end");
        owner("update audit.head set seq = 5");
        broken(5, "the end of the chain is not as it was noted");
        owner("delete from audit.head");
        broken(1, "the end of the chain is not as it was noted");
    }

    @Test
    void theServiceMovesHeadsAndAnchorsByAddingAlone() {
        for (String sql : new String[] {
            "update audit.head set seq = 1",
            "delete from audit.head",
            "insert into audit.anchor select space_id, seq, hash, hash from audit.head",
            "delete from audit.anchor",
            "update audit.agent_trace set at = now()",
            "delete from audit.agent_trace"
        }) {
            assertThatThrownBy(() -> house.client.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Nested
    class TheJournalOfTheAgents {
        @BeforeEach
        void ofFourLines() {
            for (int i = 0; i < 4; i++) {
                agents.append(new AgentTrace(house.now, "camille", "Camille MERCIER", "READ_ALERT", null, null));
            }
            anchors.anchor();
        }

        private void broken(long number) {
            assertThat(chain().firstBrokenOfAgents())
                    .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(number));
        }

        @Test
        void isWhole() {
            assertThat(chain().firstBrokenOfAgents()).isEmpty();
        }

        @Test
        void showsALineThatWasChangedRemovedOrCutOff() {
            owner("delete from audit.agent_trace where seq = 4");
            broken(4);
            owner("update audit.agent_trace set at = at + interval '1 hour' where seq = 3");
            broken(3);
            owner("delete from audit.agent_trace where seq = 2");
            broken(2);
        }
    }
}

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What someone with every right on the database can do to a history, and how it shows.
class TraceChainModuleTests {
    private final TestDoors house = new TestDoors();

    @BeforeEach
    void aHistoryOfSixLines() {
        house.directory.add(People.CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        for (int i = 0; i < 6; i++) {
            look();
        }
    }

    @Test
    @Requirement("TRC-03")
    void aWholeHistoryHolds() {
        assertThat(house.count("audit.trace")).isEqualTo(6);
        assertThat(firstBroken()).isEmpty();
    }

    @Test
    @Requirement("TRC-03")
    void aLineThatWasChangedIsNamed() {
        superuser("update audit.trace set sealed = sealed || '\\x00' where seq = 3");
        assertThat(firstBroken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(3));
    }

    @Test
    @Requirement("TRC-03")
    void aLineWhoseTimeWasChangedIsNamed() {
        superuser("update audit.trace set at = at - interval '1 day' where seq = 4");
        assertThat(firstBroken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(4));
    }

    @Test
    @Requirement("TRC-03")
    void aLineThatWasRemovedIsNamed() {
        superuser("delete from audit.trace where seq = 2");
        assertThat(firstBroken()).hasValueSatisfying(broken -> {
            assertThat(broken.number()).isEqualTo(2);
            assertThat(broken.what()).contains("missing");
        });
    }

    @Test
    @Requirement("TRC-03")
    void aLineThatWasRemovedAndTheRestRenumberedIsNamed() {
        superuser("delete from audit.trace where seq = 2");
        superuser("update audit.trace set seq = seq - 1 where seq > 2");
        assertThat(firstBroken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(2));
    }

    @Test
    @Requirement("TRC-03")
    void aLineThatWasPutInIsNamed() {
        superuser("update audit.trace set seq = seq + 100 where seq > 3");
        superuser("insert into audit.trace select space_id, 4, gen_random_uuid(), at, sealed, hash from audit.trace"
                + " where seq = 3");
        superuser("update audit.trace set seq = seq - 99 where seq > 100");
        assertThat(firstBroken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(4));
    }

    @Test
    @Requirement("TRC-03")
    void theServiceItselfMayNeitherChangeNorRemove() {
        for (String sql :
                new String[] {"update audit.trace set at = now()", "delete from audit.trace", "truncate audit.trace"}) {
            assertThatThrownBy(() -> house.client.sql(sql).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @Requirement("TRC-03")
    void writersAtTheSameTimeMakeOneChain() throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (Future<?> done : IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> executor.submit(this::look))
                    .toList()) {
                done.get();
            }
        }
        assertThat(house.count("audit.trace")).isEqualTo(46);
        assertThat(firstBroken()).isEmpty();
    }

    private void look() {
        house.doors.enter(
                People.citizen(People.CLAIRE_SPACE),
                People.CLAIRE_SPACE,
                new Act.ListDocuments(),
                visit -> Outcome.done("seen"));
    }

    private void superuser(String sql) {
        house.database.superuser().sql(sql).update();
    }

    private Optional<TraceChain.Broken> firstBroken() {
        return new TraceChain(house.database.superuser(), house.vault.ofDirectory()).firstBroken(People.CLAIRE_SPACE);
    }
}

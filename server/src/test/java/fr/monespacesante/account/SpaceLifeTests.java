package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.SpaceLife.Event;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpaceLifeTests {
    /// Every pair of a state and an event, with the state after it; `-` where the event is refused.
    private static final String TABLE = """
                      OPPOSE    OPEN   ACTIVATE    TAKE_OVER   CLOSE    DIE       DEATH_WITHDRAWN  ERASE
            NOTIFIED  OPPOSED   OPEN   ACTIVATED   -           -        DECEASED  -                -
            OPPOSED   -         -      ACTIVATED   -           -        DECEASED  -                -
            OPEN      -         -      ACTIVATED   -           CLOSED   DECEASED  -                -
            ACTIVATED -         -      -           ACTIVATED   CLOSED   DECEASED  -                -
            CLOSED    -         -      ACTIVATED   -           -        DECEASED  -                ERASED
            DECEASED  -         -      -           -           -        -         CLOSED           ERASED
            ERASED    -         -      ACTIVATED   -           -        -         -                -
            """;

    @Test
    @Requirement("ENR-06")
    void everyPairOfStateAndEventIsAsTheTableSays() {
        String[] lines = TABLE.strip().split("\n");
        String[] events = lines[0].strip().split("\\s+");
        assertThat(Set.of(events)).hasSize(Event.values().length);
        assertThat(lines).hasSize(SpaceState.values().length + 1);
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].strip().split("\\s+");
            SpaceState from = SpaceState.valueOf(cells[0]);
            for (int column = 1; column < cells.length; column++) {
                Event event = Event.valueOf(events[column - 1]);
                String after =
                        SpaceLife.after(from, event).map(SpaceState::name).orElse("-");
                assertThat(after).as("%s after %s", from, event).isEqualTo(cells[column]);
            }
        }
    }

    @Test
    void onlyOpenAndActivatedSpacesAreAlive() {
        assertThat(EnumSet.allOf(SpaceState.class))
                .filteredOn(SpaceState::isAlive)
                .containsExactly(SpaceState.OPEN, SpaceState.ACTIVATED);
    }
}

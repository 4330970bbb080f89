package fr.monespacesante.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTests {
    /// The one excepted slows nobody: it spares a history from lines.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSAL_NOTED")
    @Requirement("AUT-06")
    void theDelayGrowsButNeverLocksForGood(Guard guard) {
        assertThat(guard.delayAfter(1)).isZero();
        Duration before = Duration.ZERO;
        for (int attempts = 1; attempts < 1_000; attempts++) {
            Duration delay = guard.delayAfter(attempts);
            assertThat(delay).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofMinutes(30));
            before = delay;
        }
        assertThat(before).isPositive();
    }
}

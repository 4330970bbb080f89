package fr.monespacesante.portal.data;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import org.junit.jupiter.api.Test;

class RangeTests {
    @Test
    @Requirement("EXP-01")
    void oneRangeIsReadAndAnythingElseIsTheWhole() {
        assertThat(Range.of("bytes=10-", 100)).isEqualTo(new Range(10, 99, 100));
        assertThat(Range.of("bytes=10-19", 100)).isEqualTo(new Range(10, 19, 100));
        assertThat(Range.of("bytes=10-1000", 100)).isEqualTo(new Range(10, 99, 100));
        assertThat(Range.of("bytes=-5", 100)).isEqualTo(new Range(95, 99, 100));
        assertThat(Range.of("bytes=-500", 100)).isEqualTo(Range.whole(100));
        for (String none : new String[] {"", "bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=9-3"}) {
            assertThat(Range.of(none, 100)).as(none).isEqualTo(Range.whole(100));
        }
    }

    @Test
    @Requirement("EXP-01")
    void whatBeginsAfterTheEndIsOutside() {
        assertThat(Range.of("bytes=100-", 100).outside()).isTrue();
        assertThat(Range.of("bytes=100-50", 100).outside()).isTrue();
        assertThat(Range.of("bytes=-0", 100).outside()).isTrue();
        assertThat(Range.of("bytes=99-", 100).outside()).isFalse();
    }
}

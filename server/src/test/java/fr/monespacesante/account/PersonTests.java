package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.InsAuthority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTests {
    private static Person born(LocalDate birth) {
        return new Person(
                TestSpaces.CLAIRE.ins(),
                InsAuthority.TEST,
                "DURAND",
                List.of("Hugo"),
                "DURAND",
                "Hugo",
                Sex.MALE,
                birth,
                "31555");
    }

    @Test
    @Requirement("REP-03")
    void aMinorComesOfAgeAtMidnightInParisSummerAndWinter() {
        Person winter = born(LocalDate.of(2008, 12, 3));
        assertThat(winter.isMinorAt(Instant.parse("2026-12-02T22:59:59Z"))).isTrue();
        assertThat(winter.isMinorAt(Instant.parse("2026-12-02T23:00:00Z"))).isFalse();
        Person summer = born(LocalDate.of(2008, 7, 14));
        assertThat(summer.isMinorAt(Instant.parse("2026-07-13T21:59:59Z"))).isTrue();
        assertThat(summer.isMinorAt(Instant.parse("2026-07-13T22:00:00Z"))).isFalse();
    }

    @Test
    @Requirement("REP-03")
    void whoWasBornOn29FebruaryComesOfAgeWhenFebruaryIsOver() {
        Person leap = born(LocalDate.of(2008, 2, 29));
        assertThat(leap.reaches(18)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(leap.reaches(16)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(leap.isMinorAt(Instant.parse("2026-02-28T22:59:59Z"))).isTrue();
        assertThat(leap.isMinorAt(Instant.parse("2026-02-28T23:00:00Z"))).isFalse();
    }
}

package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParameterTests {
    @ParameterizedTest
    @CsvSource({
        "2026, 2026-06-01T00:00:00Z, true",
        "2026-06, 2026-05-31T22:00:00Z, true",
        "2026-06-01, 2026-06-01T22:00:00Z, false",
        "ge2026-06-01, 2026-05-31T22:00:00Z, true",
        "lt2026-06-01, 2026-05-31T21:59:59Z, true",
        "gt2026-06-01, 2026-06-01T12:00:00Z, false",
        "sa2026-06-01, 2026-06-01T22:00:00Z, true",
        "eb2026, 2025-12-31T22:59:59Z, true",
        "ne2026, 2026-03-01T00:00:00Z, false",
        "2026-06-01T10:30:00Z, 2026-06-01T10:30:00.5Z, true",
        "2026-06-01T10:30+02:00, 2026-06-01T08:30:59Z, true",
        "2026-06-01T10:30, 2026-06-01T08:30:10Z, true",
        "le2026-06-01T10:30:00.000Z, 2026-06-01T10:30:00Z, true"
    })
    void aDateMatchesAsLongAsItsPrecision(String parameter, Instant instant, boolean matches) {
        assertThat(DateParameter.parse(parameter, "date").checked("date").matches(instant))
                .isEqualTo(matches);
    }

    @Test
    void aPeriodThatGoesOnHasNoEnd() {
        DateParameter later = DateParameter.parse("gt2030", "period");
        assertThat(later.matches(Instant.parse("2026-01-01T00:00:00Z"), null)).isTrue();
        assertThat(later.matches(null, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "20260", "2026-13", "2026-02-30", "2026-06-01T", "xx2026", "ge"})
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> DateParameter.parse(text, "date").checked("date"))
                .isInstanceOf(Refusal.class);
    }
}

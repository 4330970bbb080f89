package fr.monespacesante.portal.pro;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the session knows of a patient, and the codes that name one.
class PatientTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String NUMBER = "269054958815780";

    @Test
    @Requirement("ACC-05")
    void anEmergencyEndsByItselfAfterAnHour() {
        Urgency urgency = new Urgency(false, "Patiente inconsciente", NOW);
        assertThat(urgency.lastsAt(NOW.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(urgency.lastsAt(NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThat(urgency.toString()).doesNotContain("inconsciente");
    }

    @Test
    @Requirement("DOC-10")
    void aMinorComesOfAgeOnTheirBirthday() {
        Patient patient = new Patient(
                new UUID(0, 1),
                new SpaceId(new UUID(0, 2)),
                "Odile LÉVÊQUE",
                "LÉVÊQUE",
                true,
                LocalDate.of(2008, 11, 22),
                null);
        assertThat(patient.minor(NOW.minus(Duration.ofDays(1)))).isTrue();
        assertThat(patient.minor(NOW)).isFalse();
        assertThat(patient.toString()).doesNotContain("LÉVÊQUE");
        assertThat(patient.address()).doesNotContain(patient.space().toString());
    }

    @Test
    @Requirement("ENR-01")
    void aScannedCodeIsAnInsOrIsRefused() {
        Ins ins = new Ins(NUMBER);
        assertThat(ScannedIns.in(NUMBER)).contains(ins);
        assertThat(ScannedIns.in("2 69 05 49 588 157 80")).contains(ins);
        assertThat(ScannedIns.in("IS010000000000000000000000S1" + NUMBER + "S21.2.250.1.213.1.4.8"))
                .contains(ins);
        assertThat(ScannedIns.in("IS010000000000000000000000S1269054958815781")).isEmpty();
        assertThat(ScannedIns.in("https://exemple.test/" + NUMBER)).isEmpty();
        assertThat(ScannedIns.in("")).isEmpty();
    }
}

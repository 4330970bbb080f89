package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.kernel.SpaceId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FhirIdsTests {
    @Test
    void anIdIsReadBackWhateverItsBits() {
        UUID[] all = {new UUID(0, 0), new UUID(0, 1), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE), UUID.randomUUID()};
        for (UUID space : all) {
            for (UUID thing : all) {
                String id = FhirIds.of(new SpaceId(space), thing);
                assertThat(id).matches("[a-z0-9]{1,64}");
                assertThat(FhirIds.parse(id)).contains(new FhirIds.Located(new SpaceId(space), thing));
            }
            assertThat(FhirIds.parseSpace(FhirIds.of(new SpaceId(space)))).contains(new SpaceId(space));
        }
    }

    @Test
    void anythingElseIsNoId() {
        for (String text : new String[] {"", "A", "x-1", "../etc", "z".repeat(64), "é"}) {
            assertThat(FhirIds.parse(text)).as(text).isEmpty();
        }
    }
}

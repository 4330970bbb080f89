package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.TestDatabase;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.vault.TestVault;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SpacesModuleTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void anUnknownInsHasNoSpace() {
        Spaces spaces = new Spaces(DATABASE.client(), TestVault.directory(), Clock.systemUTC());
        assertThat(spaces.find(Ins.of("284053155512379"))).isEmpty();
    }
}

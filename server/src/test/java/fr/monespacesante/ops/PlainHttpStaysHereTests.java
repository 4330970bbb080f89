package fr.monespacesante.ops;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@Requirement("SEC-01")
class PlainHttpStaysHereTests {
    private static PlainHttpStaysHere started(boolean tlsInFront, String... settings) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        return new PlainHttpStaysHere(environment, tlsInFront);
    }

    @Test
    void pagesWithoutTlsAreNotServedBeyondThisMachine() {
        assertThatThrownBy(() -> started(false, "server.address", "0.0.0.0").afterSingletonsInstantiated())
                .hasMessageContaining("without TLS");
        assertThatThrownBy(() -> started(false).afterSingletonsInstantiated()).hasMessageContaining("without TLS");
    }

    @Test
    void onThisMachineWithTlsOrBehindAProxyTheyAre() {
        assertThatCode(() -> started(false, "server.address", "127.0.0.1").afterSingletonsInstantiated())
                .doesNotThrowAnyException();
        assertThatCode(() -> started(false, "server.address", "0.0.0.0", "server.ssl.bundle", "pages")
                        .afterSingletonsInstantiated())
                .doesNotThrowAnyException();
        assertThatCode(() -> started(true, "server.address", "0.0.0.0").afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }
}

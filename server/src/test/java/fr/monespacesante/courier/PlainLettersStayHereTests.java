package fr.monespacesante.courier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@Requirement("SEC-01")
class PlainLettersStayHereTests {
    private static CourierProperties started(String smtp, boolean tls, String sms, boolean plainInside) {
        return new CourierProperties(
                smtp, 25, null, null, tls, "a@b.test", URI.create(sms), Path.of("post"), plainInside);
    }

    @Test
    void mailAndTextsWithoutTlsDoNotLeaveThisMachine() {
        assertThatThrownBy(() -> started("192.0.2.1", false, "http://localhost/sms", false))
                .hasMessageContaining("mail would leave this machine without TLS");
        assertThatThrownBy(() -> started("localhost", false, "http://192.0.2.1/sms", false))
                .hasMessageContaining("text messages would leave this machine without TLS");
    }

    @Test
    void onThisMachineWithTlsOrWhereTheOperatorSaysSoTheyDo() {
        assertThatCode(() -> started("127.0.0.1", false, "http://localhost/sms", false))
                .doesNotThrowAnyException();
        assertThatCode(() -> started("192.0.2.1", true, "https://192.0.2.1/sms", false))
                .doesNotThrowAnyException();
        assertThatCode(() -> started("192.0.2.1", false, "http://192.0.2.1/sms", true))
                .doesNotThrowAnyException();
    }
}

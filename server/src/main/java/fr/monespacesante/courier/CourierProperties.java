package fr.monespacesante.courier;

import fr.monespacesante.kernel.Secret;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where letters go.
///
/// @param smtpHost the mail server that takes our e-mails
/// @param smtpUser with a password; none for a server that knows us by our address
/// @param startTls whether the mail server must encrypt; required with a user
/// @param from the sender's address
/// @param smsGateway takes `POST {"to", "text"}`
/// @param postDirectory where the files for the mail house are put
@ConfigurationProperties("mes.courier")
public record CourierProperties(
        @DefaultValue("localhost") String smtpHost,
        @DefaultValue("1025") int smtpPort,
        @Nullable String smtpUser,
        @Nullable Secret<String> smtpPassword,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("ne-pas-repondre@monespacesante.test") String from,
        @DefaultValue("http://localhost:8090/sms") URI smsGateway,
        @DefaultValue("var/post") Path postDirectory) {
    public CourierProperties {
        if (smtpUser != null && !startTls) {
            throw new IllegalArgumentException("mes.courier: a password is not sent without start-tls");
        }
    }
}

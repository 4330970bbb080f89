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
/// @param plainInside the operator's word that mail and text messages may leave this machine without TLS, because the
///     network to the provider is protected otherwise; without it such settings stop the start (SEC-01)
@ConfigurationProperties("mes.courier")
public record CourierProperties(
        @DefaultValue("localhost") String smtpHost,
        @DefaultValue("1025") int smtpPort,
        @Nullable String smtpUser,
        @Nullable Secret<String> smtpPassword,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("ne-pas-repondre@monespacesante.test") String from,
        @DefaultValue("http://localhost:8090/sms") URI smsGateway,
        @DefaultValue("var/post") Path postDirectory,
        @DefaultValue("false") boolean plainInside) {
    public CourierProperties {
        if (!plainInside && !startTls && !Hosts.onThisMachine(smtpHost)) {
            throw new IllegalArgumentException("mes.courier: mail would leave this machine without TLS: set start-tls,"
                    + " or plain-inside where the network is protected otherwise");
        }
        if (!plainInside && !"https".equals(smsGateway.getScheme()) && !Hosts.onThisMachine(smsGateway.getHost())) {
            throw new IllegalArgumentException("mes.courier: text messages would leave this machine without TLS: name"
                    + " an https gateway, or set plain-inside where the network is protected otherwise");
        }
        if (smtpUser != null && !startTls) {
            throw new IllegalArgumentException("mes.courier: a password is not sent without start-tls");
        }
    }
}

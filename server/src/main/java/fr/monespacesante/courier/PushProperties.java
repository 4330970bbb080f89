package fr.monespacesante.courier;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Push messages to browsers.
///
/// @param keyFile the key by which push services know this service; made at the first start
/// @param contact whom a push service may write to about our messages
/// @param services the hosts that browsers may name, themselves or any host below them; these are the push
///     services of the browsers in use, and nothing else is ever called
/// @param sandbox a push service on this machine, which may be plain HTTP; never in production
@ConfigurationProperties("mes.push")
public record PushProperties(
        @DefaultValue("var/keys/push.key") Path keyFile,

        @DefaultValue("mailto:exploitation@monespacesante.test")
        String contact,

        @DefaultValue({"fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"})
        List<String> services,

        @Nullable URI sandbox) {
    public PushProperties {
        services = List.copyOf(services);
        if (!contact.matches("(mailto|https):[^\"\\\\\\s]+")) {
            throw new IllegalArgumentException("mes.push.contact: a mailto: or https: address");
        }
        if (sandbox != null && !Hosts.onThisMachine(sandbox.getHost())) {
            throw new IllegalArgumentException("mes.push.sandbox: a push service without TLS stays on this machine");
        }
    }
}

package fr.monespacesante.courier;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The push services that this service speaks to, and how they know it. An address comes from a browser, that
/// is from anybody: only https to the push services of known browsers is ever called, never a host of our own
/// network.
public final class PushServices {
    private static final int LONGEST = 1_000;

    private final VapidKey key;
    private final WebPushEncryption encryption;
    private final List<String> hosts;
    private final @Nullable URI sandbox;
    private final Clock clock;

    PushServices(VapidKey key, WebPushEncryption encryption, PushProperties properties, Clock clock) {
        this.key = key;
        this.encryption = encryption;
        this.hosts = properties.services();
        this.sandbox = properties.sandbox();
        this.clock = clock;
    }

    /// The key that a browser subscribes to (`applicationServerKey`), base64url.
    public String publicKey() {
        return key.point();
    }

    /// The address that a browser gave, when messages can be sealed for it and its service may be reached.
    public Optional<PushAddress> check(String endpoint, String browserKey, String secret) {
        PushAddress address = new PushAddress(endpoint, browserKey, secret);
        try {
            boolean sound = endpoint.length() <= LONGEST
                    && mayBeReached(new URI(endpoint))
                    && Base64.getUrlDecoder().decode(secret).length == 16
                    && encryption.encrypt(new byte[0], address).length > 0;
            return sound ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean mayBeReached(URI endpoint) {
        if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            return false;
        }
        if (sandbox != null
                && sandbox.getScheme().equals(endpoint.getScheme())
                && sandbox.getRawAuthority().equals(endpoint.getRawAuthority())) {
            return true;
        }
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(endpoint.getScheme())
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known))
                && Hosts.isPublic(host);
    }

    String authorization(URI endpoint) {
        return key.authorization(endpoint, clock.instant());
    }
}

package fr.monespacesante.sandbox.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.monespacesante.sandbox.messages.Outage;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The browsers of the push service, and what was sent to them.
public final class PushInbox {
    private static final Pattern VAPID = Pattern.compile("vapid t=([\\w.-]+), ?k=([\\w-]+)");
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Deque<Message> messages = new ArrayDeque<>();
    private final int kept;
    private final Supplier<String> origin;
    private final Outage outage;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// @param origin of this service, which senders must sign for
    public PushInbox(int kept, Supplier<String> origin, Outage outage, Clock clock) {
        this.kept = kept;
        this.origin = origin;
        this.outage = outage;
        this.clock = clock;
    }

    /// A message as the browser would show it.
    ///
    /// @param sender the key that it was signed with
    /// @param size as it came
    public record Message(String device, Instant receivedAt, String text, String sender, int size) {}

    /// A new browser.
    public synchronized Device subscribe() {
        Device device = Device.make(UUID.randomUUID().toString(), random);
        devices.put(device.id(), device);
        return device;
    }

    public String endpoint(Device device) {
        return origin.get() + "/push/" + device.id();
    }

    public Outage outage() {
        return outage;
    }

    public synchronized List<Device> devices() {
        return new ArrayList<>(devices.values());
    }

    public synchronized Optional<Device> find(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    /// Newest first.
    public synchronized List<Message> messages() {
        return new ArrayList<>(messages);
    }

    public synchronized List<Message> messages(Device device) {
        return messages.stream()
                .filter(message -> message.device().equals(device.id()))
                .toList();
    }

    /// Takes a message; the status to answer with.
    int take(String id, Sent sent) {
        if (outage.isOn()) {
            return 429;
        }
        Optional<Device> device = find(id);
        if (device.isEmpty()) {
            return 404;
        }
        if (device.get().isGone()) {
            return 410;
        }
        if (!sent.ttl().matches("\\d{1,9}") || !sent.encoding().equals("aes128gcm")) {
            return 400;
        }
        Matcher vapid = VAPID.matcher(sent.authorization());
        if (!vapid.matches() || !signed(vapid.group(1), vapid.group(2))) {
            return 403;
        }
        if (sent.body().length > 4096) {
            return 413;
        }
        try {
            String text = device.get().open(sent.body());
            keep(new Message(id, clock.instant(), text, vapid.group(2), sent.body().length));
            return 201;
        } catch (GeneralSecurityException _) {
            return 400;
        }
    }

    /// What a sender sends.
    record Sent(String ttl, String encoding, String authorization, byte[] body) {}

    private boolean signed(String token, String key) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Date end = claims.getExpirationTime();
            Instant now = clock.instant();
            return signed.verify(
                            new ECDSAVerifier(Points.key(Base64.getUrlDecoder().decode(key))))
                    && claims.getAudience().equals(List.of(origin.get()))
                    && end != null
                    && end.toInstant().isAfter(now)
                    && end.toInstant().isBefore(now.plus(LONGEST))
                    && claims.getSubject() != null;
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private synchronized void keep(Message message) {
        messages.addFirst(message);
        while (messages.size() > kept) {
            messages.removeLast();
        }
    }
}

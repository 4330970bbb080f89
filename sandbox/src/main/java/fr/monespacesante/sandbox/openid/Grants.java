package fr.monespacesante.sandbox.openid;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Codes and access tokens alive, in memory.
///
/// A code is good once and for one minute. Whoever shows it a second time gets nothing, and the access token that the
/// first time gave dies with it (RFC 6749, 4.1.2).
final class Grants {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final Duration SPENT_CODE_REMEMBERED = Duration.ofMinutes(10);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Access> accesses = new HashMap<>();

    private record Code(Grant grant, Instant issuedAt, boolean spent, String accessToken) {}

    private record Access(Grant grant, Instant expiresAt) {}

    Grants(Clock clock) {
        this.clock = clock;
    }

    synchronized String issueCode(Grant grant) {
        Instant now = clock.instant();
        codes.values()
                .removeIf(code -> code.issuedAt().plus(SPENT_CODE_REMEMBERED).isBefore(now));
        accesses.values().removeIf(access -> access.expiresAt().isBefore(now));
        String code = randomText();
        codes.put(code, new Code(grant, now, false, ""));
        return code;
    }

    /// The grant behind a code that is good now. Asking spends the code, whatever the answer.
    synchronized Optional<Grant> redeem(String text) {
        Code code = codes.get(text);
        if (code == null) {
            return Optional.empty();
        }
        if (code.spent()) {
            accesses.remove(code.accessToken());
            return Optional.empty();
        }
        codes.put(text, new Code(code.grant(), code.issuedAt(), true, ""));
        boolean expired = code.issuedAt().plus(CODE_LIFETIME).isBefore(clock.instant());
        return expired ? Optional.empty() : Optional.of(code.grant());
    }

    /// Remembers which access token came of a code.
    synchronized void issued(String code, String accessToken, Grant grant, Instant expiresAt) {
        codes.computeIfPresent(code, (text, was) -> new Code(was.grant(), was.issuedAt(), true, accessToken));
        accesses.put(accessToken, new Access(grant, expiresAt));
    }

    synchronized Optional<Grant> ofAccessToken(Provider provider, String accessToken) {
        return Optional.ofNullable(accesses.get(accessToken))
                .filter(access -> access.expiresAt().isAfter(clock.instant()))
                .map(Access::grant)
                .filter(grant -> grant.provider() == provider);
    }

    String randomText() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package fr.monespacesante.sandbox.openid;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Makes the tokens of the four providers.
final class Tokens {
    private final Supplier<String> address;
    private final Clock clock;
    private final Duration lifetime;
    private final Grants grants;
    private final Map<Provider, Signer> signers = new EnumMap<>(Provider.class);

    Tokens(Supplier<String> address, Clock clock, Duration lifetime, Grants grants) {
        this.address = address;
        this.clock = clock;
        this.lifetime = lifetime;
        this.grants = grants;
        for (Provider provider : Provider.values()) {
            signers.put(provider, new Signer());
        }
    }

    String issuer(Provider provider) {
        return address.get() + "/" + provider.slug();
    }

    Signer signer(Provider provider) {
        Signer signer = signers.get(provider);
        if (signer == null) {
            throw new IllegalStateException("every provider has its key");
        }
        return signer;
    }

    Duration lifetime() {
        return lifetime;
    }

    /// The answer to a code: access token, identity token.
    Map<String, Object> answer(Grant grant, String code) {
        Map<String, Object> answer = new LinkedHashMap<>();
        String accessToken = accessToken(grant, code, lifetime);
        answer.put("access_token", accessToken);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetime.toSeconds());
        answer.put("scope", String.join(" ", grant.scopes()));
        answer.put("id_token", identityToken(grant, accessToken));
        return answer;
    }

    /// A fresh access token, known to user info while it lives: a JWT from Pro Santé Connect, opaque from the others.
    /// A lifetime below zero gives a token that is expired already.
    String accessToken(Grant grant, String code, Duration lasting) {
        Instant now = clock.instant();
        Instant expires = now.plus(lasting);
        String token = grant.provider() == Provider.PSC
                ? signer(Provider.PSC)
                        .sign(common(grant, expires)
                                .jwtID(UUID.randomUUID().toString())
                                .claim("typ", "Bearer")
                                .claim("scope", String.join(" ", grant.scopes()))
                                .claim("SubjectNameID", Claims.of(grant).get("SubjectNameID"))
                                .build())
                : grants.randomText();
        grants.issued(code, token, grant, expires);
        return token;
    }

    /// User info as a signed JWT, as FranceConnect gives it.
    String userInfoToken(Grant grant) {
        JWTClaimsSet.Builder claims = common(grant, clock.instant().plus(lifetime));
        Claims.of(grant).forEach(claims::claim);
        return signer(grant.provider()).sign(claims.build());
    }

    private String identityToken(Grant grant, String accessToken) {
        JWTClaimsSet.Builder claims = common(grant, clock.instant().plus(lifetime))
                .claim("auth_time", grant.givenAt().getEpochSecond())
                .claim("at_hash", halfHash(accessToken));
        if (!grant.nonce().isEmpty()) {
            claims.claim("nonce", grant.nonce());
        }
        if (grant.provider() == Provider.PROCONNECT || grant.provider() == Provider.PSC) {
            Claims.of(grant).forEach(claims::claim);
        }
        return signer(grant.provider()).sign(claims.build());
    }

    private JWTClaimsSet.Builder common(Grant grant, Instant expires) {
        Instant issued = expires.isBefore(clock.instant()) ? expires.minus(lifetime) : clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer(grant.provider()))
                .subject(Claims.subject(grant))
                .audience(grant.clientId())
                .claim("azp", grant.clientId())
                .claim("acr", grant.acr())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expires));
    }

    private static String halfHash(String accessToken) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(Arrays.copyOf(digest, digest.length / 2)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

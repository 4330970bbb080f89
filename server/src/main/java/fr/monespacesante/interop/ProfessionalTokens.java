package fr.monespacesante.interop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Checks access tokens of Pro Santé Connect (AUT-04): signature, issuer, audience, times, then what the provider says
/// of the professional. What was checked is remembered by the token's hash until it ends.
final class ProfessionalTokens {
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final PscProperties properties;
    private final Clock clock;
    private final Consumer<Professional> seen;
    private final RestClient http;
    private final Cache<String, Checked> known;
    private volatile @Nullable Provider provider;

    /// @param seen hears of each professional whose token was just checked
    ProfessionalTokens(PscProperties properties, Clock clock, Consumer<Professional> seen) {
        this.properties = properties;
        this.clock = clock;
        this.seen = seen;
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(Duration.ofSeconds(3));
        connections.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(connections).build();
        this.known =
                Caffeine.newBuilder().maximumSize(properties.cachedTokens()).build();
    }

    private record Checked(ProfessionalIdentity claims, Instant until) {}

    private record Provider(NimbusJwtDecoder decoder, String userinfoUri) {}

    /// Refused as CREDENTIALS_WRONG whatever is wrong with the token, as UNAVAILABLE when the provider does not answer.
    Outcome<ProfessionalIdentity> check(String token) {
        if (properties.issuer() == null) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        String hash = hash(token);
        Checked checked = known.getIfPresent(hash);
        if (checked != null && clock.instant().isBefore(checked.until())) {
            return Outcome.done(checked.claims());
        }
        try {
            return ask(token, hash);
        } catch (BadJwtException | HttpClientErrorException.Unauthorized wrong) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        } catch (JwtException | RestClientException away) {
            return Outcome.refused(Problem.UNAVAILABLE);
        }
    }

    private Outcome<ProfessionalIdentity> ask(String token, String hash) {
        Provider current = provider();
        Jwt jwt = current.decoder().decode(token);
        Map<String, Object> claims = http.get()
                .uri(current.userinfoUri())
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(CLAIMS);
        Optional<ProfessionalIdentity> read = claims == null ? Optional.empty() : ProfessionalIdentity.read(claims);
        Object subject = claims == null ? null : claims.get("sub");
        if (claims == null || read.isEmpty() || subject == null || !subject.equals(jwt.getSubject())) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        ProfessionalIdentity.person(claims).ifPresent(seen);
        Instant latest = clock.instant().plus(properties.cachedFor());
        Instant ends = jwt.getExpiresAt();
        known.put(hash, new Checked(read.get(), ends != null && ends.isBefore(latest) ? ends : latest));
        return Outcome.done(read.get());
    }

    /// Found at the first token, not at the start: the service starts while the provider is away.
    private Provider provider() {
        Provider found = provider;
        if (found == null) {
            found = find();
            provider = found;
        }
        return found;
    }

    private Provider find() {
        String issuer = String.valueOf(properties.issuer());
        String keys = properties.jwksUri();
        String userinfo = properties.userinfoUri();
        if (keys == null || userinfo == null) {
            Map<String, Object> discovered = http.get()
                    .uri(issuer + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(CLAIMS);
            if (discovered == null || !issuer.equals(discovered.get("issuer"))) {
                throw new JwtException("the provider's discovery names another issuer");
            }
            keys = keys == null ? String.valueOf(discovered.get("jwks_uri")) : keys;
            userinfo = userinfo == null ? String.valueOf(discovered.get("userinfo_endpoint")) : userinfo;
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.PS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(times, new JwtIssuerValidator(issuer), this.audience(), ProfessionalTokens.ending())));
        return new Provider(decoder, userinfo);
    }

    private OAuth2TokenValidator<Jwt> audience() {
        return jwt -> {
            List<String> audience = jwt.getAudience();
            boolean ours = audience != null && audience.stream().anyMatch(properties.audiences()::contains);
            return ours ? OAuth2TokenValidatorResult.success() : wrong("the token is for someone else");
        };
    }

    private static OAuth2TokenValidator<Jwt> ending() {
        return jwt -> jwt.getExpiresAt() == null ? wrong("the token never ends") : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult wrong(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}

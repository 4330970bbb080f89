package fr.monespacesante.sandbox.openid;

import com.nimbusds.jose.util.Base64URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Gives tokens for a code (RFC 6749, 4.1.3; RFC 7636, 4.6).
final class TokenEndpoint {
    private final Provider provider;
    private final Clients clients;
    private final Grants grants;
    private final Tokens tokens;

    private record Credentials(String id, String secret) {}

    TokenEndpoint(Provider provider, Clients clients, Grants grants, Tokens tokens) {
        this.provider = provider;
        this.clients = clients;
        this.grants = grants;
        this.tokens = tokens;
    }

    ServerResponse exchange(ServerRequest request) {
        Optional<Client> client =
                credentials(request).flatMap(shown -> clients.authenticate(provider, shown.id(), shown.secret()));
        if (client.isEmpty()) {
            return ServerResponse.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Basic realm=\"" + provider.slug() + "\"")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("error", "invalid_client"));
        }
        if (!"authorization_code".equals(request.param("grant_type").orElse(""))) {
            return error("unsupported_grant_type", "only authorization_code");
        }
        String code = request.param("code").orElse("");
        Optional<Grant> grant = grants.redeem(code);
        if (grant.isEmpty() || grant.get().provider() != provider) {
            return error("invalid_grant", "the code is unknown, spent or too old");
        }
        if (!grant.get().clientId().equals(client.get().id())) {
            return error("invalid_grant", "the code was given to another client");
        }
        if (!grant.get().redirectUri().equals(request.param("redirect_uri").orElse(""))) {
            return error("invalid_grant", "redirect_uri is not the one of the request");
        }
        if (!proves(request.param("code_verifier").orElse(""), grant.get().codeChallenge())) {
            return error("invalid_grant", "code_verifier does not fit the challenge");
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(tokens.answer(grant.get(), code));
    }

    /// Basic or form fields; both at once is no authentication at all (RFC 6749, 2.3).
    private static Optional<Credentials> credentials(ServerRequest request) {
        Optional<String> header = Optional.ofNullable(request.headers().firstHeader("Authorization"));
        Optional<String> secret = request.param("client_secret");
        if (header.isPresent()) {
            return secret.isPresent() ? Optional.empty() : basic(header.get());
        }
        return secret.flatMap(text -> request.param("client_id").map(id -> new Credentials(id, text)));
    }

    private static Optional<Credentials> basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(
                            URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A verifier where no challenge was made is refused too: someone took the challenge away on the way.
    private static boolean proves(String verifier, String challenge) {
        if (challenge.isEmpty() || verifier.isEmpty()) {
            return challenge.isEmpty() && verifier.isEmpty();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(
                    Base64URL.encode(digest).toString().getBytes(StandardCharsets.US_ASCII),
                    challenge.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerResponse error(String code, String description) {
        return ServerResponse.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(Map.of("error", code, "error_description", description));
    }
}

package fr.monespacesante.sandbox.openid;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.nest;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.monespacesante.sandbox.pages.Html;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The addresses of the four providers.
public final class OpenIdProviders {
    private static final MediaType JWT = MediaType.parseMediaType("application/jwt");

    private final Clients clients;
    private final Clock clock;
    private final Grants grants;
    private final Tokens tokens;

    /// @param address the sandbox's own address, known once it listens
    public OpenIdProviders(Supplier<String> address, Clients clients, Clock clock, Duration tokenLifetime) {
        this.clients = clients;
        this.clock = clock;
        this.grants = new Grants(clock);
        this.tokens = new Tokens(address, clock, tokenLifetime, grants);
    }

    public RouterFunction<ServerResponse> routes() {
        return Arrays.stream(Provider.values())
                .map(this::routes)
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /// An access token of Pro Santé Connect without the walk through the browser; only a sandbox can do that.
    ///
    /// @throws IllegalArgumentException when the professional or the client is unknown
    public String professionalToken(String rpps, String clientId, Duration lasting) {
        var person = Provider.PSC.person(rpps);
        if (person.isEmpty() || clients.find(Provider.PSC, clientId).isEmpty()) {
            throw new IllegalArgumentException("no such professional or client");
        }
        Grant grant = new Grant(
                Provider.PSC,
                clientId,
                "",
                Set.of("openid", "scope_all"),
                "",
                "",
                Provider.PSC.levels().getFirst(),
                person.get(),
                clock.instant());
        return tokens.accessToken(grant, "", lasting);
    }

    private RouterFunction<ServerResponse> routes(Provider provider) {
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(provider, clients, grants, tokens, clock);
        TokenEndpoint token = new TokenEndpoint(provider, clients, grants, tokens);
        var routes = route().GET("/.well-known/openid-configuration", request -> discovery(provider))
                .GET("/authorize", authorize::show)
                .POST("/authorize", authorize::choose)
                .POST("/token", token::exchange)
                .GET("/userinfo", request -> userInfo(provider, request))
                .POST("/userinfo", request -> userInfo(provider, request))
                .GET("/jwks", request -> json(tokens.signer(provider).publicKeys()))
                .GET("/logout", request -> logout(provider, request))
                .POST("/logout", request -> logout(provider, request));
        if (provider == Provider.PSC) {
            routes.GET("/.well-known/wallet-openid-configuration", request -> discovery(provider))
                    .POST("/sandbox/token", this::sandboxToken);
        }
        return nest(path("/" + provider.slug()), routes.build());
    }

    private ServerResponse discovery(Provider provider) {
        String issuer = tokens.issuer(provider);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("issuer", issuer);
        answer.put("authorization_endpoint", issuer + "/authorize");
        answer.put("token_endpoint", issuer + "/token");
        answer.put("userinfo_endpoint", issuer + "/userinfo");
        answer.put("jwks_uri", issuer + "/jwks");
        answer.put("end_session_endpoint", issuer + "/logout");
        answer.put("response_types_supported", List.of("code"));
        answer.put("response_modes_supported", List.of("query"));
        answer.put("grant_types_supported", List.of("authorization_code"));
        answer.put("subject_types_supported", List.of(provider == Provider.PSC ? "public" : "pairwise"));
        answer.put("id_token_signing_alg_values_supported", List.of("RS256"));
        if (provider.signedUserInfo()) {
            answer.put("userinfo_signing_alg_values_supported", List.of("RS256"));
        }
        answer.put("scopes_supported", scopes(provider));
        answer.put("acr_values_supported", provider.levels());
        answer.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        answer.put("code_challenge_methods_supported", List.of("S256"));
        answer.put("authorization_response_iss_parameter_supported", true);
        return json(answer);
    }

    private static List<String> scopes(Provider provider) {
        return switch (provider) {
            case PSC -> List.of("openid", "scope_all");
            case PROCONNECT -> List.of("openid", "uid", "given_name", "usual_name", "email", "roles");
            case FRANCECONNECT, FRANCECONNECT_PLUS ->
                List.of(
                        "openid",
                        "given_name",
                        "family_name",
                        "birthdate",
                        "gender",
                        "birthplace",
                        "birthcountry",
                        "preferred_username",
                        "email",
                        "profile",
                        "birth",
                        "identite_pivot");
        };
    }

    private ServerResponse userInfo(Provider provider, ServerRequest request) {
        Optional<Grant> grant = Optional.ofNullable(request.headers().firstHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(header ->
                        grants.ofAccessToken(provider, header.substring(7).trim()));
        if (grant.isEmpty()) {
            return ServerResponse.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .build();
        }
        return provider.signedUserInfo()
                ? ServerResponse.ok().contentType(JWT).body(tokens.userInfoToken(grant.get()))
                : json(Claims.of(grant.get()));
    }

    /// Nothing to end: no session is kept here, every sign-in asks again. Only the way back is checked.
    private ServerResponse logout(Provider provider, ServerRequest request) {
        String wanted = request.param("post_logout_redirect_uri").orElse("");
        if (wanted.isEmpty()) {
            return Html.page("Vous êtes déconnecté", "<p>Vous pouvez fermer cette page.</p>");
        }
        boolean registered = clientLoggingOut(provider, request)
                .map(client -> client.postLogoutRedirectUris().contains(wanted))
                .orElse(false);
        if (!registered) {
            return Html.page(
                    HttpStatus.BAD_REQUEST,
                    "Déconnexion",
                    "<p class=\"warning\">L’adresse de retour n’est pas enregistrée pour ce programme.</p>");
        }
        Map<String, String> answer = new LinkedHashMap<>();
        request.param("state").ifPresent(state -> answer.put("state", state));
        return ServerResponse.status(HttpStatus.FOUND)
                .location(AuthorizationRequest.answer(wanted, answer))
                .build();
    }

    private Optional<Client> clientLoggingOut(Provider provider, ServerRequest request) {
        Optional<String> hinted = request.param("id_token_hint")
                .flatMap(token -> tokens.signer(provider).claimsOf(token))
                .map(claims -> claims.getAudience().getFirst());
        return hinted.or(() -> request.param("client_id")).flatMap(id -> clients.find(provider, id));
    }

    private ServerResponse sandboxToken(ServerRequest request) {
        try {
            Duration lasting = request.param("expires_in")
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                    .orElse(tokens.lifetime());
            String token = professionalToken(
                    request.param("person").orElse(""), request.param("client").orElse(""), lasting);
            return json(Map.of("access_token", token, "token_type", "Bearer", "expires_in", lasting.toSeconds()));
        } catch (IllegalArgumentException e) {
            return ServerResponse.badRequest()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("error", "invalid_request", "error_description", "unknown person or client"));
        }
    }

    private static ServerResponse json(Map<String, Object> answer) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(answer);
    }
}

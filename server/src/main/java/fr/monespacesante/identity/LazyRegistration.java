package fr.monespacesante.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/// One provider of identity, found when the first person signs in: the service starts while the provider is away.
final class LazyRegistration implements ClientRegistrationRepository {
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final String id;
    private final SignInProperties.@Nullable Provider provider;
    private final String redirect;
    private final List<String> scopes;
    private final RestClient http;
    private volatile @Nullable ClientRegistration found;

    LazyRegistration(String id, SignInProperties.@Nullable Provider provider, String redirect, List<String> scopes) {
        this.id = id;
        this.provider = provider;
        this.redirect = redirect;
        this.scopes = List.copyOf(scopes);
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(Duration.ofSeconds(3));
        connections.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(connections).build();
    }

    /// @throws RuntimeException when the provider does not answer, or there is none
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String wanted) {
        if (!wanted.equals(id)) {
            return null;
        }
        ClientRegistration known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    /// Empty while the provider is away.
    Optional<ClientRegistration> ifThere() {
        try {
            return Optional.ofNullable(findByRegistrationId(id));
        } catch (RuntimeException away) {
            return Optional.empty();
        }
    }

    /// Where the provider sends people back to, as a template.
    String redirect() {
        return redirect;
    }

    /// Where the provider ends its own session; empty when it is not known where.
    ///
    /// @param back where it then sends the browser
    Optional<String> endSession(String idToken, String back) {
        return ifThere()
                .map(known ->
                        known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(endpoint -> UriComponentsBuilder.fromUriString(endpoint.toString())
                        .queryParam("id_token_hint", idToken)
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(back)
                        .toUriString());
    }

    private ClientRegistration find() {
        SignInProperties.Provider settings = provider;
        if (settings == null) {
            throw new IllegalStateException("no provider of identity is set for " + id);
        }
        Map<String, Object> discovered = http.get()
                .uri(settings.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .body(CLAIMS);
        if (discovered == null || !settings.issuer().equals(discovered.get("issuer"))) {
            throw new IllegalStateException("the provider's discovery names another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(discovered)
                .registrationId(id)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .redirectUri(redirect)
                .scope(scopes)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}

package fr.monespacesante.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// What FranceConnect says of a person comes as a token that it has signed: its signature, its issuer and for
/// whom it is are checked, and that it is about the person of the identity token.
final class SignedUserInfo implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final RestClient http;
    private final RestTemplate keys;

    SignedUserInfo() {
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(Duration.ofSeconds(3));
        connections.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(connections).build();
        this.keys = new RestTemplate(connections);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        try {
            Jwt said = decoder(request.getClientRegistration()).decode(fetch(request));
            String subject = request.getIdToken().getSubject();
            if (subject == null || !subject.equals(said.getSubject())) {
                throw refused();
            }
            return new DefaultOidcUser(
                    AuthorityUtils.NO_AUTHORITIES, request.getIdToken(), new OidcUserInfo(said.getClaims()));
        } catch (JwtException | RestClientException notTrue) {
            throw refused();
        }
    }

    private String fetch(OidcUserRequest request) {
        String token = http.get()
                .uri(String.valueOf(request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri()))
                .header(HttpHeaders.ACCEPT, "application/jwt")
                .headers(headers ->
                        headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                .retrieve()
                .body(String.class);
        if (token == null) {
            throw refused();
        }
        return token;
    }

    private NimbusJwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(keys)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(
                        String.valueOf(registration.getProviderDetails().getIssuerUri())),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(registration.getClientId()))));
        return decoder;
    }

    private static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(new OAuth2Error("user_info"));
    }
}

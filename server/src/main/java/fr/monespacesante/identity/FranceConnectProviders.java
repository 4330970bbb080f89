package fr.monespacesante.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// FranceConnect and FranceConnect+, where they are set: what they are asked, and what their answer is worth.
@Component
final class FranceConnectProviders {
    private static final Logger LOG = LoggerFactory.getLogger(FranceConnectProviders.class);
    private static final List<String> SCOPES =
            List.of("openid", "given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry");

    private final Map<FranceConnectKind, LazyRegistration> registrations = new EnumMap<>(FranceConnectKind.class);
    private final OidcAuthorizationCodeAuthenticationProvider exchange =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new SignedUserInfo());

    FranceConnectProviders(SignInProperties settings) {
        for (FranceConnectKind kind : FranceConnectKind.values()) {
            SignInProperties.@Nullable Provider provider = switch (kind) {
                case FRANCECONNECT -> settings.franceConnect();
                case FRANCECONNECT_PLUS -> settings.franceConnectPlus();
            };
            if (provider != null) {
                registrations.put(
                        kind,
                        new LazyRegistration(
                                kind.slug(),
                                provider,
                                settings.redirect(WebSignIn.LOGIN_PAGE + "/" + kind.slug() + "/retour"),
                                SCOPES));
            }
        }
    }

    /// A person whom FranceConnect vouches for, and the token it wants back at the end.
    record Vouched(CivilIdentity identity, String idToken) {
        @Override
        public String toString() {
            return "Vouched[redacted]";
        }
    }

    Optional<LazyRegistration> of(FranceConnectKind kind) {
        return Optional.ofNullable(registrations.get(kind));
    }

    /// Exchanges the answer for the person. The framework checks state, nonce, signature, issuer, audience and time;
    /// here the level of assurance, that the answer comes from whom it was asked of, and that nothing is missing.
    ///
    /// @param issuer as the answer names it; null when it names none
    Optional<Vouched> vouched(
            FranceConnectKind kind,
            OAuth2AuthorizationRequest asked,
            OAuth2AuthorizationResponse answered,
            @Nullable String issuer) {
        Optional<ClientRegistration> registration = of(kind).flatMap(LazyRegistration::ifThere);
        if (registration.isEmpty() || !comesFrom(registration.get(), issuer)) {
            return Optional.empty();
        }
        try {
            Authentication answer = exchange.authenticate(new OAuth2LoginAuthenticationToken(
                    registration.get(), new OAuth2AuthorizationExchange(asked, answered)));
            Object who = answer == null ? null : answer.getPrincipal();
            if (!(who instanceof OidcUser user)
                    || !kind.enough(String.valueOf(user.getIdToken().getClaimAsString("acr")))) {
                return Optional.empty();
            }
            return CivilIdentity.of(kind, user.getClaims())
                    .map(identity -> new Vouched(identity, user.getIdToken().getTokenValue()));
        } catch (AuthenticationException | RestClientException refused) {
            LOG.info("an answer of {} was refused", kind);
            return Optional.empty();
        }
    }

    /// A provider that says it names itself must do so (RFC 9207): no answer of one serves at another.
    private static boolean comesFrom(ClientRegistration registration, @Nullable String issuer) {
        boolean names = Boolean.TRUE.equals(registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("authorization_response_iss_parameter_supported"));
        return issuer == null
                ? !names
                : issuer.equals(registration.getProviderDetails().getIssuerUri());
    }
}

package fr.monespacesante.identity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/// Signing in and out with a provider of identity (OpenID Connect, authorization code with PKCE, state and nonce), the
/// same for professionals and agents. What the provider says becomes a principal of ours, in a session that is new;
/// tokens are not kept, except the identity token that the provider wants back at the end.
final class OpenIdDoor {
    private static final String ID_TOKEN = "mes.id-token";
    private static final String END = OpenIdDoor.class.getName() + ".end";
    private static final String UNKNOWN = "unknown_person";
    /// Levels of assurance that are enough; the lowest is what is asked for.
    private static final Set<String> LEVELS = Set.of("eidas1", "eidas2", "eidas3");

    private final Place place;
    private final LazyRegistration registration;
    private final Reading reading;
    private final SecurityContextRepository contexts;
    private final Clock clock;

    OpenIdDoor(
            Place place,
            LazyRegistration registration,
            Reading reading,
            SecurityContextRepository contexts,
            Clock clock) {
        this.place = place;
        this.registration = registration;
        this.reading = reading;
        this.contexts = contexts;
        this.clock = clock;
    }

    /// What is made of what the provider says.
    ///
    /// @param read gives the principal; empty for who is not known here
    /// @param welcomed hears of each person who has just signed in
    record Reading(
            Function<Map<String, Object>, Optional<Authentication>> read, Consumer<Map<String, Object>> welcomed) {}

    /// Where the pages of this kind of person lie.
    ///
    /// @param pages such as `/pro`
    /// @param provider id of the registration
    /// @param home after the sign-in
    record Place(String pages, String provider, String home, IdentityProperties limits) {
        String login() {
            return pages + "/connexion";
        }

        String logout() {
            return pages + "/deconnexion";
        }

        String goodbye() {
            return pages + "/au-revoir";
        }
    }

    /// What may be asked for by whom, in order; the rest is closed.
    interface Paths {
        void open(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
    }

    HttpSecurity guard(HttpSecurity http, Paths paths, Class<?> principal) {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(registration, place.login() + "/avec");
        requests.setAuthorizationRequestCustomizer(
                request -> request.additionalParameters(more -> more.put("acr_values", "eidas1")));
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(request -> true);
        return http.securityMatcher(place.pages(), place.pages() + "/**")
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(asked -> {
                    asked.requestMatchers(place.login(), place.goodbye()).permitAll();
                    paths.open(asked);
                })
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .oauth2Login(login -> login.clientRegistrationRepository(registration)
                        .authorizedClientRepository(new NothingKept())
                        .loginPage(place.login())
                        .loginProcessingUrl(place.login() + "/retour")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(asked -> {
                            OidcUser user = users.loadUser(asked);
                            if (!LEVELS.contains(
                                            String.valueOf(user.getIdToken().getClaimAsString("acr")))
                                    || reading.read().apply(user.getClaims()).isEmpty()) {
                                throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
                            }
                            return user;
                        }))
                        .successHandler(this::enter)
                        .failureHandler(this::failed)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler((request, response, away) ->
                                        response.sendRedirect(place.login() + "?indisponible"));
                                return filter;
                            }
                        }))
                .addFilterBefore(new FilesFromSignedIn(principal, place.login()), CsrfFilter.class)
                .addFilterBefore(
                        new LongestSession(place.limits().longest(), clock), AnonymousAuthenticationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
                .logout(logout -> logout.logoutUrl(place.logout())
                        .addLogoutHandler((request, _, _) -> request.setAttribute(END, end(request)))
                        .logoutSuccessHandler((request, response, _) -> left(request, response)))
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(tls -> {}))
                .requestCache(cache -> cache.disable());
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws IOException {
        if (!(vouched.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("a provider of OpenID Connect names a user");
        }
        HttpSession session = request.getSession();
        session.setAttribute(ID_TOKEN, user.getIdToken().getTokenValue());
        save(request, response, reading.read().apply(user.getClaims()).orElseThrow());
        reading.welcomed().accept(user.getClaims());
        response.sendRedirect(place.home());
    }

    void save(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
            throws IOException {
        boolean unknown = wrong instanceof OAuth2AuthenticationException known
                && known.getError().getErrorCode().equals(UNKNOWN);
        response.sendRedirect(place.login() + (unknown ? "?inconnu" : "?echec"));
    }

    /// A form may not be sent on to another site (the pages' content policy): the browser is told to go there by the
    /// page that says goodbye.
    private void left(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getAttribute(END) instanceof String address) {
            response.setHeader("Refresh", "0;url=" + address);
        }
        RequestDispatcher goodbye = request.getRequestDispatcher(place.goodbye());
        goodbye.forward(request, response);
    }

    /// Where the provider ends its own session; null when it is not known where.
    private @Nullable String end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ID_TOKEN) instanceof String token)) {
            return null;
        }
        return registration.endSession(token, back(request)).orElse(null);
    }

    private String back(HttpServletRequest request) {
        return registration
                .redirect()
                .replace("{baseUrl}", base(request))
                .replace(place.login() + "/retour", place.goodbye());
    }

    private static String base(HttpServletRequest request) {
        return URI.create(request.getRequestURL().toString())
                .resolve("/")
                .toString()
                .replaceFirst("/$", "");
    }

    /// Access tokens are used once, at the sign-in, and forgotten.
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}

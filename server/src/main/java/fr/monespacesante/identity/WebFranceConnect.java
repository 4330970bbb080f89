package fr.monespacesante.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Component;

/// FranceConnect for pages (AUT-03): the walk there and back, and whom it vouched for, kept in the session for ten
/// minutes. What that person may do with it is not decided here.
@Component
public final class WebFranceConnect {
    /// Where the provider sends the browser after it has ended its own session.
    public static final String GOODBYE = WebSignIn.LOGIN_PAGE + "/au-revoir";

    private static final String ASKED = "mes.franceconnect.asked";
    private static final String VOUCHED = "mes.franceconnect.vouched";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final FranceConnectProviders providers;
    private final SignInProperties settings;
    private final Clock clock;

    WebFranceConnect(FranceConnectProviders providers, SignInProperties settings, Clock clock) {
        this.providers = providers;
        this.settings = settings;
        this.clock = clock;
    }

    /// What somebody goes there for.
    public enum Purpose {
        SIGN_IN,
        /// The login or the password is forgotten.
        RECOVER,
        /// A citizen who is signed in wants to sign in this way from now on.
        LINK
    }

    /// Somebody has come back.
    public record Returned(CivilIdentity identity, Purpose purpose) {}

    private record Asked(FranceConnectKind kind, Purpose purpose, OAuth2AuthorizationRequest request, Instant at)
            implements Serializable {}

    private record Kept(CivilIdentity identity, boolean linking, Instant at) implements Serializable {}

    /// What ends the provider's session at the log-out.
    record Ending(FranceConnectKind kind, String idToken) implements Serializable {
        static final String NAME = "mes.franceconnect.ending";
    }

    /// The doors that there are.
    public List<FranceConnectKind> offered() {
        return Arrays.stream(FranceConnectKind.values())
                .filter(kind -> providers.of(kind).isPresent())
                .toList();
    }

    /// The address to send the browser to; empty while the provider is away.
    public Optional<String> leave(HttpServletRequest request, FranceConnectKind kind, Purpose purpose) {
        return providers
                .of(kind)
                .filter(registration -> registration.ifThere().isPresent())
                .flatMap(registration -> {
                    DefaultOAuth2AuthorizationRequestResolver requests =
                            new DefaultOAuth2AuthorizationRequestResolver(registration, WebSignIn.LOGIN_PAGE);
                    requests.setAuthorizationRequestCustomizer(
                            builder -> builder.additionalParameters(more -> more.put("acr_values", kind.asked())));
                    OAuth2AuthorizationRequest asked = requests.resolve(request, kind.slug());
                    if (asked == null) {
                        return Optional.empty();
                    }
                    request.getSession().setAttribute(ASKED, new Asked(kind, purpose, asked, clock.instant()));
                    return Optional.of(asked.getAuthorizationRequestUri());
                });
    }

    /// Who has come back, and what for; empty for an answer that nobody asked for, that has served, that is
    /// another's or too late, and for a person who has changed her mind.
    public Optional<Returned> back(HttpServletRequest request, FranceConnectKind kind) {
        Optional<Asked> asked = taken(request)
                .filter(one -> one.kind() == kind && one.at().plus(LIFE).isAfter(clock.instant()));
        String code = request.getParameter("code");
        String state = request.getParameter("state");
        if (asked.isEmpty() || code == null || state == null) {
            return Optional.empty();
        }
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(String.valueOf(asked.get().request().getRedirectUri()))
                .state(state)
                .build();
        return providers
                .vouched(kind, asked.get().request(), answer, request.getParameter("iss"))
                .map(vouched -> {
                    request.getSession().setAttribute(Ending.NAME, new Ending(kind, vouched.idToken()));
                    keep(request, vouched.identity(), false);
                    return new Returned(vouched.identity(), asked.get().purpose());
                });
    }

    /// Whom FranceConnect has just vouched for in this session.
    public Optional<CivilIdentity> vouched(HttpServletRequest request) {
        return kept(request).map(Kept::identity);
    }

    /// From now on the identity waits to be linked to the login that is under way.
    public void linking(HttpServletRequest request) {
        vouched(request).ifPresent(identity -> keep(request, identity, true));
    }

    /// The identity to link when the login under way is through.
    public Optional<CivilIdentity> toLink(HttpServletRequest request) {
        return kept(request).filter(Kept::linking).map(Kept::identity);
    }

    /// Ends the provider's session too, after ours: a form may not be sent on to another site (the pages' content
    /// policy), so the page that says goodbye sends the browser there.
    void end(HttpServletRequest request, HttpServletResponse response, Ending ending) {
        providers
                .of(ending.kind())
                .flatMap(registration -> registration.endSession(ending.idToken(), goodbye(request)))
                .ifPresent(address -> response.setHeader("Refresh", "0;url=" + address));
    }

    static Optional<Ending> ending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Ending.NAME) instanceof Ending ending
                ? Optional.of(ending)
                : Optional.empty();
    }

    private String goodbye(HttpServletRequest request) {
        String address = settings.address();
        return (address == null
                        ? URI.create(request.getRequestURL().toString())
                                .resolve("/")
                                .toString()
                                .replaceFirst("/$", "")
                        : address)
                + GOODBYE;
    }

    private void keep(HttpServletRequest request, CivilIdentity identity, boolean linking) {
        request.getSession().setAttribute(VOUCHED, new Kept(identity, linking, clock.instant()));
    }

    private Optional<Kept> kept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(VOUCHED) instanceof Kept kept
                        && kept.at().plus(LIFE).isAfter(clock.instant())
                ? Optional.of(kept)
                : Optional.empty();
    }

    /// A question is answered once.
    private static Optional<Asked> taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        @Nullable Object kept = session == null ? null : session.getAttribute(ASKED);
        if (session == null || !(kept instanceof Asked asked)) {
            return Optional.empty();
        }
        session.removeAttribute(ASKED);
        return Optional.of(asked);
    }
}

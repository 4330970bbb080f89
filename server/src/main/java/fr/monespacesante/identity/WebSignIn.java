package fr.monespacesante.identity;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// The login for pages: `SignIn` with the browser's session around it. Between the steps the session holds
/// ids only;
/// after the second it gets a new id and a `CitizenSession`.
@Component
public final class WebSignIn {
    public static final String LOGIN_PAGE = "/connexion";
    public static final String LOGOUT = "/deconnexion";

    /// So begins the name of what a browser's session keeps through the sign-in; everything else is forgotten.
    public static final String KEPT = "mes.kept.";

    /// Of the citizens, in the pages' chain.
    public static final String ROLE = "CITIZEN";

    private static final String PENDING = "mes.pending";
    private static final String PROOF = "mes.proof";
    private static final String PROVEN = "mes.proven";
    /// How long after a second factor the ways in may be changed.
    private static final Duration RECENT = Duration.ofMinutes(10);

    private static final String DEVICE = "mes_device";
    private static final Duration DEVICE_LIFE = Duration.ofDays(180);

    private final SignIn signIn;
    private final Devices devices;
    private final SecurityContextRepository contexts;
    private final Clock clock;

    WebSignIn(SignIn signIn, Devices devices, SecurityContextRepository contexts, Clock clock) {
        this.signIn = signIn;
        this.devices = devices;
        this.contexts = contexts;
        this.clock = clock;
    }

    /// First step; refused as `SignIn.password` does.
    public Outcome<PendingSignIn> password(HttpServletRequest request, String login, Secret<String> password) {
        return signIn.password(login, password, origin(request)).map(pending -> keep(request, pending));
    }

    /// The first factor alone; nothing is sent, nothing is under way. Refused as `SignIn.password` does.
    public Outcome<Citizen> check(HttpServletRequest request, String login, Secret<String> password) {
        return signIn.check(login, password, origin(request));
    }

    /// The login under way in this session, for the page that asks for the code.
    public Optional<PendingSignIn> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PENDING) instanceof PendingSignIn pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    /// Another code for the login under way.
    public Outcome<PendingSignIn> again(HttpServletRequest request) {
        return pending(request)
                .map(pending -> signIn.again(pending).map(next -> keep(request, next)))
                .orElseGet(() -> Outcome.refused(Problem.NOT_AUTHENTICATED));
    }

    /// Second step; after it the citizen is signed in. Refused as `OneTimeCodes.check` does, and with
    /// `NOT_AUTHENTICATED` when there was no first step.
    public Outcome<Citizen> code(HttpServletRequest request, HttpServletResponse response, String typed) {
        Optional<PendingSignIn> pending = pending(request);
        if (pending.isEmpty()) {
            return Outcome.refused(Problem.NOT_AUTHENTICATED);
        }
        return signIn.code(pending.get(), typed, origin(request)).map(citizen -> {
            enter(request, response, citizen);
            return citizen;
        });
    }

    /// Signs in who has shown both factors in another way than by password and code.
    Outcome<Citizen> proven(HttpServletRequest request, HttpServletResponse response, CitizenId id) {
        return signIn.proven(id, origin(request)).map(citizen -> {
            enter(request, response, citizen);
            return citizen;
        });
    }

    /// Goes on to the second step with somebody whom FranceConnect vouches for at a low level.
    public Outcome<PendingSignIn> vouched(HttpServletRequest request, Citizen citizen) {
        return signIn.vouched(citizen).map(pending -> keep(request, pending));
    }

    /// Signs in somebody whom FranceConnect+ vouches for: that is both factors.
    public Outcome<Citizen> vouchedFully(HttpServletRequest request, HttpServletResponse response, Citizen citizen) {
        return proven(request, response, citizen.id());
    }

    /// Was a second factor shown in this session lately? Without it the ways in are not changed.
    public boolean recent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(PROVEN) instanceof Instant at
                && at.plus(RECENT).isAfter(clock.instant());
    }

    /// Sends a code to somebody signed in, who must show again that it is her.
    public Outcome<PendingSignIn> askAgain(HttpServletRequest request, CitizenSession who) {
        return signIn.askAgain(who.citizen()).map(asked -> {
            request.getSession().setAttribute(PROOF, asked);
            return asked;
        });
    }

    /// Where that code went.
    public Optional<PendingSignIn> askedAgain(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PROOF) instanceof PendingSignIn asked
                ? Optional.of(asked)
                : Optional.empty();
    }

    /// After this `recent` holds. Refused as `OneTimeCodes.check` does.
    public Outcome<UUID> proveAgain(HttpServletRequest request, CitizenSession who, String typed) {
        Optional<PendingSignIn> asked =
                askedAgain(request).filter(one -> one.citizen().equals(who.citizen()));
        if (asked.isEmpty()) {
            return Outcome.refused(Problem.CODE_EXPIRED, "code");
        }
        return signIn.proveAgain(asked.get(), typed).map(code -> {
            request.getSession().removeAttribute(PROOF);
            request.getSession().setAttribute(PROVEN, clock.instant());
            return code;
        });
    }

    /// Signs in a citizen who has just shown both factors in another way: at the end of her activation. The session is
    /// a new one: nothing of whoever used this browser before goes on in it.
    public void enter(HttpServletRequest request, HttpServletResponse response, Citizen citizen) {
        Optional<WebFranceConnect.Ending> ending = WebFranceConnect.ending(request);
        Map<String, Object> kept = kept(request.getSession());
        request.getSession().invalidate();
        HttpSession session = request.getSession();
        kept.forEach(session::setAttribute);
        ending.ifPresent(one -> session.setAttribute(WebFranceConnect.Ending.NAME, one));
        session.setAttribute(Sessions.DEVICE, userAgent(request));
        session.setAttribute(PROVEN, clock.instant());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                CitizenSession.of(citizen), null, AuthorityUtils.createAuthorityList("ROLE_" + ROLE)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        if (devices.known(mark(request), citizen.id()).isEmpty()) {
            ResponseCookie cookie = ResponseCookie.from(DEVICE, devices.mark(citizen.id()))
                    .path("/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .maxAge(DEVICE_LIFE)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    private static Map<String, Object> kept(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(KEPT))
                .collect(Collectors.toMap(name -> name, session::getAttribute));
    }

    /// Signs in a citizen who sits beside a counsellor and has shown a code: in a session of its own, of which this
    /// browser keeps no mark (ACP-01).
    public void enterAssisted(
            HttpServletRequest request, HttpServletResponse response, Citizen citizen, Assistance assistance) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession().setAttribute(Sessions.DEVICE, Sessions.ASSISTED + assistance.counsellor());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        CitizenSession who = new CitizenSession(citizen.id(), citizen.space(), citizen.displayName(), assistance);
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList("ROLE_" + ROLE)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static PendingSignIn keep(HttpServletRequest request, PendingSignIn pending) {
        request.getSession().setAttribute(PENDING, pending);
        return pending;
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), mark(request));
    }

    private static @Nullable String mark(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, DEVICE);
        return cookie == null ? null : cookie.getValue();
    }

    private static String userAgent(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300));
    }
}

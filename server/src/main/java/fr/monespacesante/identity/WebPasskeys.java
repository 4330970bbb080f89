package fr.monespacesante.identity;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys for pages: the question is put into the page, and kept in the session for one answer within ten
/// minutes.
@Component
public final class WebPasskeys {
    private static final String NEW = "mes.passkey.new";
    private static final String ASKED = "mes.passkey.asked";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LONGEST = 20_000;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> CREATED =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
            new TypeReference<>() {};

    private final Passkeys passkeys;
    private final WebSignIn signIn;
    private final Throttle throttle;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    WebPasskeys(Passkeys passkeys, WebSignIn signIn, Throttle throttle, Clock clock) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.throttle = throttle;
        this.clock = clock;
    }

    private record Creation(PublicKeyCredentialCreationOptions options, Instant at) implements Serializable {}

    private record Request(PublicKeyCredentialRequestOptions options, Instant at) implements Serializable {}

    /// What a browser is asked when a passkey is to be made, in JSON; empty where there can be none. The
    /// citizen must have shown a second factor lately (`WebSignIn.recent`).
    public Optional<String> creation(HttpServletRequest request, CitizenSession who) {
        if (!signIn.recent(request)) {
            return Optional.empty();
        }
        return passkeys.at(origin(request)).map(party -> {
            PublicKeyCredentialCreationOptions options = party.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(someone(who.citizen())));
            request.getSession().setAttribute(NEW, new Creation(options, clock.instant()));
            return json.writeValueAsString(options);
        });
    }

    /// Keeps the passkey that the browser has made. Refused as `Passkeys.register` does, and with
    /// `NOT_AUTHENTICATED` when the second factor was shown too long ago or nothing was asked.
    public Outcome<Passkey> register(HttpServletRequest request, CitizenSession who, String name, String answer) {
        Optional<Creation> asked = taken(request, NEW, Creation.class).filter(one -> fresh(one.at()));
        var party = passkeys.at(origin(request));
        if (asked.isEmpty() || party.isEmpty() || !signIn.recent(request)) {
            return Outcome.refused(Problem.NOT_AUTHENTICATED);
        }
        if (answer.length() > LONGEST) {
            return Outcome.refused(Problem.MALFORMED, "answer");
        }
        try {
            return passkeys.register(
                    party.get(),
                    who.citizen(),
                    new ImmutableRelyingPartyRegistrationRequest(
                            asked.get().options(), new RelyingPartyPublicKey(json.readValue(answer, CREATED), name)));
        } catch (JacksonException | IllegalArgumentException notAnAnswer) {
            return Outcome.refused(Problem.MALFORMED, "answer");
        }
    }

    /// What a browser is asked at a login, in JSON: for a passkey of the login under way, else for whichever
    /// it has; empty where there can be none.
    public Optional<String> request(HttpServletRequest request) {
        return passkeys.at(origin(request)).map(party -> {
            Authentication who = signIn.pending(request)
                    .map(pending -> someone(pending.citizen()))
                    .orElseGet(() -> new AnonymousAuthenticationToken(
                            "anybody", "anybody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
            PublicKeyCredentialRequestOptions options =
                    party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
            request.getSession().setAttribute(ASKED, new Request(options, clock.instant()));
            return json.writeValueAsString(options);
        });
    }

    /// Signs in who holds the passkey: alone, or as the second step of the login under way, and then only the same
    /// person. Refused with `CREDENTIALS_WRONG`, or with `TOO_MANY_ATTEMPTS` and the seconds to wait.
    public Outcome<Citizen> signIn(HttpServletRequest request, HttpServletResponse response, String answer) {
        Optional<Request> asked = taken(request, ASKED, Request.class).filter(one -> fresh(one.at()));
        var party = passkeys.at(origin(request));
        if (asked.isEmpty() || party.isEmpty() || answer.length() > LONGEST) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        var slow = throttle.enter(Guard.LOGIN_ADDRESS, request.getRemoteAddr());
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        try {
            RelyingPartyAuthenticationRequest shown =
                    new RelyingPartyAuthenticationRequest(asked.get().options(), json.readValue(answer, SHOWN));
            return passkeys.authenticate(party.get(), shown).then(citizen -> {
                if (signIn.pending(request)
                        .filter(pending -> !pending.citizen().equals(citizen))
                        .isPresent()) {
                    return Outcome.refused(Problem.CREDENTIALS_WRONG);
                }
                throttle.giveBack(Guard.LOGIN_ADDRESS, request.getRemoteAddr());
                return signIn.proven(request, response, citizen);
            });
        } catch (JacksonException | IllegalArgumentException notAnAnswer) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
    }

    /// A question is answered once.
    private static <T> Optional<T> taken(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(name);
        if (kept != null && session != null) {
            session.removeAttribute(name);
        }
        return type.isInstance(kept) ? Optional.of(type.cast(kept)) : Optional.empty();
    }

    private boolean fresh(Instant asked) {
        return asked.plus(LIFE).isAfter(clock.instant());
    }

    private static Authentication someone(CitizenId citizen) {
        return UsernamePasswordAuthenticationToken.authenticated(
                citizen.toString(), null, AuthorityUtils.NO_AUTHORITIES);
    }

    private static String origin(HttpServletRequest request) {
        String address = request.getScheme() + "://" + request.getServerName();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return usual ? address : address + ":" + port;
    }
}

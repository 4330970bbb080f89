package fr.monespacesante.portal.account;

import fr.monespacesante.account.FranceConnectAccounts;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.identity.PendingSignIn;
import fr.monespacesante.identity.WebFranceConnect;
import fr.monespacesante.identity.WebFranceConnect.Purpose;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// To FranceConnect and back (AUT-03): somebody known comes in, with a code or without; somebody new proves
/// the login that the identity is to be linked to.
@Controller
class FranceConnectController {
    private static final String LOW = WebSignIn.LOGIN_PAGE + "/franceconnect";
    private static final String PLUS = WebSignIn.LOGIN_PAGE + "/franceconnect-plus";
    private static final String LINK = WebSignIn.LOGIN_PAGE + "/relier";
    private static final String OTHER = WebSignIn.LOGIN_PAGE + "/autre-identite";

    private final Pages pages;
    private final WebFranceConnect franceConnect;
    private final FranceConnectAccounts accounts;
    private final WebSignIn signIn;
    private final Entrance entrance;
    private final Recovering recovering;

    FranceConnectController(
            Pages pages,
            WebFranceConnect franceConnect,
            FranceConnectAccounts accounts,
            WebSignIn signIn,
            Entrance entrance,
            Recovering recovering) {
        this.pages = pages;
        this.franceConnect = franceConnect;
        this.accounts = accounts;
        this.signIn = signIn;
        this.entrance = entrance;
        this.recovering = recovering;
    }

    /// Asked for by a link, not a form: a form may not be sent on to another site.
    @GetMapping({LOW, PLUS})
    View leave(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable CitizenSession who,
            @RequestParam(name = "pour", defaultValue = "") String wanted) {
        Purpose purpose = switch (wanted) {
            case "retrouver" -> Purpose.RECOVER;
            case "relier" -> Purpose.LINK;
            default -> Purpose.SIGN_IN;
        };
        if (purpose == Purpose.LINK && (who == null || !signIn.recent(request))) {
            return pages.redirect(ProofController.before(ProofController.Next.FRANCECONNECT));
        }
        Optional<String> address = franceConnect.leave(request, kind(request), purpose);
        if (address.isEmpty()) {
            return pages.redirect(WebSignIn.LOGIN_PAGE, Notice.error(FranceConnectText.AWAY));
        }
        return (model, asked, answer) -> {
            answer.setStatus(HttpStatus.FOUND.value());
            answer.setHeader(HttpHeaders.LOCATION, address.get());
        };
    }

    @GetMapping({LOW + "/retour", PLUS + "/retour"})
    View back(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable CitizenSession who) {
        Optional<WebFranceConnect.Returned> returned = franceConnect.back(request, kind(request));
        if (returned.isEmpty()) {
            return pages.redirect(WebSignIn.LOGIN_PAGE, Notice.error(FranceConnectText.FAILED));
        }
        CivilIdentity identity = returned.get().identity();
        return switch (returned.get().purpose()) {
            case SIGN_IN -> signIn(request, response, identity);
            case RECOVER -> recovering.with(request, identity);
            case LINK -> link(request, who, identity);
        };
    }

    private View signIn(HttpServletRequest request, HttpServletResponse response, CivilIdentity identity) {
        return switch (accounts.known(identity)) {
            case Outcome.Done<Citizen>(Citizen citizen) ->
                identity.kind().needsSecondFactor()
                        ? secondFactor(request, citizen)
                        : in(request, response, citizen, Optional.empty());
            case Outcome.Refused<Citizen>(Problem problem, String _) ->
                pages.redirect(problem == Problem.NOT_FOUND ? LINK : OTHER);
        };
    }

    /// While she is signed in, and has just shown that it is her.
    private View link(HttpServletRequest request, @Nullable CitizenSession who, CivilIdentity identity) {
        if (who == null || !signIn.recent(request)) {
            return pages.redirect(WebSignIn.LOGIN_PAGE, Notice.error(FranceConnectText.FAILED));
        }
        return switch (accounts.link(who, identity)) {
            case Outcome.Done<Citizen> _ ->
                pages.redirect(SettingsController.SECURITY, Notice.success(FranceConnectText.LINKED));
            case Outcome.Refused<Citizen> _ -> pages.redirect(OTHER);
        };
    }

    @GetMapping(LINK)
    View link(HttpServletRequest request) {
        return franceConnect.vouched(request).isEmpty()
                ? pages.redirect(WebSignIn.LOGIN_PAGE)
                : pages.show(linkPage(request, Form.EMPTY));
    }

    @PostMapping(LINK)
    View link(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password) {
        Optional<CivilIdentity> identity = franceConnect.vouched(request);
        if (identity.isEmpty()) {
            return pages.redirect(WebSignIn.LOGIN_PAGE, Notice.error(FranceConnectText.FAILED));
        }
        Form typed = Form.of(Map.of("login", List.of(login)));
        Form form = typed.needs("login", LoginText.LOGIN_NEEDS_LOGIN);
        form = password.isEmpty() ? form.wrong("password", LoginText.LOGIN_NEEDS_PASSWORD) : form;
        if (!form.valid()) {
            return pages.show(linkPage(request, form));
        }
        Outcome<Citizen> proven = signIn.check(request, login, new Secret<>(password))
                .then(citizen -> accounts.checked(citizen, identity.get()));
        return switch (proven) {
            case Outcome.Done<Citizen>(Citizen citizen) -> {
                if (identity.get().kind().needsSecondFactor()) {
                    franceConnect.linking(request);
                    yield secondFactor(request, citizen);
                }
                yield in(request, response, citizen, identity);
            }
            case Outcome.Refused<Citizen>(Problem problem, String where) ->
                problem == Problem.PATIENT_MISMATCH
                        ? pages.redirect(OTHER)
                        : pages.show(linkPage(request, typed.wrong("login", Refusals.message(problem, where))));
        };
    }

    /// Only who is not the holder is told so: it says nothing of any account.
    @GetMapping(OTHER)
    View other() {
        return pages.show(new OtherIdentityPage(), HttpStatus.OK);
    }

    /// The provider sends the browser back here when its session is over; and ours shows it on the way there.
    @GetMapping(WebFranceConnect.GOODBYE)
    View goodbye() {
        return pages.show(new GoodbyePage());
    }

    @PostMapping(WebFranceConnect.GOODBYE)
    View goodbyeAfterForm() {
        return pages.show(new GoodbyePage());
    }

    private View secondFactor(HttpServletRequest request, Citizen citizen) {
        return switch (signIn.vouched(request, citizen)) {
            case Outcome.Done<PendingSignIn> _ -> pages.redirect(LoginController.CODE_PAGE);
            case Outcome.Refused<PendingSignIn>(Problem problem, String where) ->
                pages.show(linkPage(request, Form.EMPTY.wrong("login", Refusals.message(problem, where))));
        };
    }

    private View in(
            HttpServletRequest request,
            HttpServletResponse response,
            Citizen citizen,
            Optional<CivilIdentity> identity) {
        return signIn.vouchedFully(request, response, citizen) instanceof Outcome.Done<Citizen>(Citizen entered)
                ? entrance.in(entered, identity)
                : pages.redirect(WebSignIn.LOGIN_PAGE, Notice.error(FranceConnectText.FAILED));
    }

    private FranceConnectPage linkPage(HttpServletRequest request, Form form) {
        return new FranceConnectPage(
                franceConnect.vouched(request).map(CivilIdentity::kind).orElse(FranceConnectKind.FRANCECONNECT), form);
    }

    private static FranceConnectKind kind(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PLUS)
                ? FranceConnectKind.FRANCECONNECT_PLUS
                : FranceConnectKind.FRANCECONNECT;
    }
}

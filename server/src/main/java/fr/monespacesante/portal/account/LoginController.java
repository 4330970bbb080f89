package fr.monespacesante.portal.account;

import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.PendingSignIn;
import fr.monespacesante.identity.WebFranceConnect;
import fr.monespacesante.identity.WebPasskeys;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The login in two steps (AUT-01).
@Controller
class LoginController {
    static final String CODE_PAGE = WebSignIn.LOGIN_PAGE + "/code";

    private final Pages pages;
    private final WebSignIn signIn;
    private final WebPasskeys passkeys;
    private final WebFranceConnect franceConnect;
    private final Entrance entrance;

    LoginController(
            Pages pages, WebSignIn signIn, WebPasskeys passkeys, WebFranceConnect franceConnect, Entrance entrance) {
        this.pages = pages;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.franceConnect = franceConnect;
        this.entrance = entrance;
    }

    @GetMapping(WebSignIn.LOGIN_PAGE)
    View login(HttpServletRequest request) {
        LoginPage page = page(request, Form.EMPTY);
        return request.getParameter("au-revoir") == null
                ? pages.show(page)
                : pages.show(page, Notice.success(LoginText.LOGIN_BYE));
    }

    @PostMapping(WebSignIn.LOGIN_PAGE)
    View password(HttpServletRequest request, @RequestParam String login, @RequestParam String password) {
        Form typed = Form.of(Map.of("login", List.of(login)));
        Form form = typed.needs("login", LoginText.LOGIN_NEEDS_LOGIN);
        form = password.isEmpty() ? form.wrong("password", LoginText.LOGIN_NEEDS_PASSWORD) : form;
        if (!form.valid()) {
            return pages.show(page(request, form));
        }
        return switch (signIn.password(request, login, new Secret<>(password))) {
            case Outcome.Done<PendingSignIn> _ -> pages.redirect(CODE_PAGE);
            case Outcome.Refused<PendingSignIn>(Problem problem, String where) ->
                pages.show(page(request, typed.wrong("login", Refusals.message(problem, where))));
        };
    }

    @GetMapping(CODE_PAGE)
    View code(HttpServletRequest request) {
        return ask(request, Form.EMPTY);
    }

    @PostMapping(CODE_PAGE)
    View code(HttpServletRequest request, HttpServletResponse response, @RequestParam String code) {
        Form form = Form.of(Map.of("code", List.of(code))).needs("code", LoginText.CODE_NEEDED);
        if (!form.valid()) {
            return ask(request, form);
        }
        Optional<CivilIdentity> toLink = franceConnect.toLink(request);
        return switch (signIn.code(request, response, code)) {
            case Outcome.Done<Citizen>(Citizen citizen) -> entrance.in(citizen, toLink);
            case Outcome.Refused<Citizen>(Problem problem, String where) ->
                ask(request, form.wrong("code", Refusals.message(problem, where)));
        };
    }

    @PostMapping(CODE_PAGE + "/encore")
    View again(HttpServletRequest request) {
        boolean first =
                signIn.pending(request).map(PendingSignIn::hint).orElse("").isEmpty();
        return switch (signIn.again(request)) {
            case Outcome.Done<PendingSignIn> _ ->
                first
                        ? pages.redirect(CODE_PAGE)
                        : pages.redirect(CODE_PAGE, Notice.success(LoginText.CODE_SENT_AGAIN));
            case Outcome.Refused<PendingSignIn>(Problem problem, String where) ->
                ask(request, Form.EMPTY.wrong("code", Refusals.message(problem, where)));
        };
    }

    /// Without a first step there is no second.
    private View ask(HttpServletRequest request, Form form) {
        Optional<PendingSignIn> pending = signIn.pending(request);
        return pending.isEmpty()
                ? pages.redirect(WebSignIn.LOGIN_PAGE)
                : pages.show(new CodePage(
                        pending.get().hint(),
                        pending.get().bySms(),
                        pending.get().passkey() ? passkeys.request(request) : Optional.empty(),
                        form));
    }

    /// A passkey, instead of the code or of everything.
    @PostMapping(WebSignIn.LOGIN_PAGE + "/cle")
    View passkey(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String answer) {
        Optional<CivilIdentity> toLink = signIn.pending(request).flatMap(_ -> franceConnect.toLink(request));
        return switch (passkeys.signIn(request, response, answer)) {
            case Outcome.Done<Citizen>(Citizen citizen) -> entrance.in(citizen, toLink);
            case Outcome.Refused<Citizen>(Problem problem, String where) -> {
                Message why = problem == Problem.TOO_MANY_ATTEMPTS
                        ? Refusals.message(problem, where)
                        : PasskeyText.WRONG.plain();
                yield signIn.pending(request).isPresent()
                        ? ask(request, Form.EMPTY.wrong("code", why))
                        : pages.show(page(request, Form.EMPTY.wrong("login", why)));
            }
        };
    }

    private LoginPage page(HttpServletRequest request, Form form) {
        return new LoginPage(passkeys.request(request), franceConnect.offered(), form);
    }
}

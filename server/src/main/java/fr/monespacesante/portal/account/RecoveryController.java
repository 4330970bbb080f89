package fr.monespacesante.portal.account;

import fr.monespacesante.account.FranceConnectAccounts;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CitizenId;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.OwnCredentials;
import fr.monespacesante.identity.Recovery;
import fr.monespacesante.identity.Sessions;
import fr.monespacesante.identity.WebFranceConnect;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A forgotten login or password (AUT-03): by FranceConnect, or by the card and a code to the known contact.
/// Whoever asks gets the same pages.
@Controller
@RequestMapping(RecoveryController.FORGOTTEN)
class RecoveryController {
    static final String FORGOTTEN = WebSignIn.LOGIN_PAGE + "/oubli";
    static final String CODE = FORGOTTEN + "/code";
    static final String NUMBER = FORGOTTEN + "/numero";
    static final String NEW = FORGOTTEN + "/nouveau";

    private final Pages pages;
    private final Recovery recovery;
    private final Recovering recovering;
    private final WebFranceConnect franceConnect;
    private final FranceConnectAccounts accounts;
    private final OwnCredentials credentials;
    private final Sessions sessions;

    RecoveryController(
            Pages pages,
            Recovery recovery,
            Recovering recovering,
            WebFranceConnect franceConnect,
            FranceConnectAccounts accounts,
            OwnCredentials credentials,
            Sessions sessions) {
        this.pages = pages;
        this.recovery = recovery;
        this.recovering = recovering;
        this.franceConnect = franceConnect;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    @GetMapping
    View ask() {
        return pages.show(new ForgottenPage(franceConnect.offered(), Form.EMPTY));
    }

    @PostMapping
    View ask(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("ins", ActivationText.NEEDS_INS).needs("serial", ActivationText.NEEDS_SERIAL);
        if (!form.valid()) {
            return pages.show(new ForgottenPage(franceConnect.offered(), form));
        }
        return switch (recovery.ask(form.value("ins"), form.value("serial"), request.getRemoteAddr())) {
            case Outcome.Done<UUID>(UUID id) -> {
                recovering.asked(request, id);
                yield pages.redirect(CODE);
            }
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                pages.show(new ForgottenPage(
                        franceConnect.offered(), form.wrong("ins", Refusals.message(problem, where))));
        };
    }

    @GetMapping("/code")
    View code(HttpServletRequest request) {
        return recovering.asked(request).isEmpty()
                ? pages.redirect(FORGOTTEN)
                : pages.show(new RecoveryCodePage(Form.EMPTY));
    }

    @PostMapping("/code")
    View code(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        Optional<UUID> asked = recovering.asked(request);
        if (asked.isEmpty()) {
            return pages.redirect(FORGOTTEN);
        }
        Form form = Form.of(Map.of("code", List.of(code))).needs("code", LoginText.CODE_NEEDED);
        if (!form.valid()) {
            return pages.show(new RecoveryCodePage(form));
        }
        return switch (recovery.check(asked.get(), code)) {
            case Outcome.Done<CitizenId>(CitizenId citizen) -> {
                recovering.prove(request, citizen);
                yield pages.redirect(NEW);
            }
            case Outcome.Refused<CitizenId>(Problem problem, String where) ->
                pages.show(new RecoveryCodePage(form.wrong("code", Refusals.message(problem, where))));
        };
    }

    @GetMapping("/numero")
    View number(HttpServletRequest request) {
        return franceConnect.vouched(request).isEmpty()
                ? pages.redirect(FORGOTTEN)
                : pages.show(new NumberPage(Form.EMPTY));
    }

    @PostMapping("/numero")
    View number(HttpServletRequest request, @RequestParam(defaultValue = "") String ins) {
        Optional<CivilIdentity> identity = franceConnect.vouched(request);
        if (identity.isEmpty()) {
            return pages.redirect(FORGOTTEN);
        }
        Form form = Form.of(Map.of("ins", List.of(ins))).needs("ins", ActivationText.NEEDS_INS);
        if (!form.valid()) {
            return pages.show(new NumberPage(form));
        }
        return switch (accounts.byNumber(ins, identity.get(), request.getRemoteAddr())) {
            case Outcome.Done<Citizen>(Citizen citizen) ->
                recovering.known(request, citizen, identity.get().kind());
            case Outcome.Refused<Citizen>(Problem problem, String where) ->
                pages.show(new NumberPage(
                        problem == Problem.TOO_MANY_ATTEMPTS
                                ? form.wrong("ins", Refusals.message(problem, where))
                                : form.wrong("ins", FranceConnectText.NUMBER_WRONG)));
        };
    }

    @GetMapping("/nouveau")
    View choose(HttpServletRequest request) {
        return recovering.proven(request).isEmpty()
                ? pages.redirect(FORGOTTEN)
                : pages.show(new NewCredentialsPage(Form.EMPTY));
    }

    @PostMapping("/nouveau")
    View choose(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated) {
        Optional<CitizenId> citizen = recovering.proven(request);
        if (citizen.isEmpty()) {
            return pages.redirect(FORGOTTEN, Notice.error(FranceConnectText.NEW_OVER));
        }
        Form form = Form.of(Map.of("login", List.of(login)));
        if (!password.equals(repeated)) {
            return pages.show(new NewCredentialsPage(form.wrong("repeated", ActivationText.REPEAT_DIFFERS)));
        }
        Recovery.Chosen chosen = new Recovery.Chosen(login, new Secret<>(password));
        return switch (credentials.recover(citizen.get(), chosen)) {
            case Outcome.Done<Citizen> _ -> {
                recovering.done(request);
                sessions.endAll(citizen.get());
                yield pages.redirect(WebSignIn.LOGIN_PAGE, Notice.success(FranceConnectText.NEW_DONE));
            }
            case Outcome.Refused<Citizen>(Problem problem, String _) ->
                switch (problem) {
                    case LOGIN_TAKEN ->
                        pages.show(new NewCredentialsPage(form.wrong("login", ActivationText.LOGIN_TAKEN)));
                    case MALFORMED ->
                        pages.show(new NewCredentialsPage(form.wrong("login", ActivationText.LOGIN_MALFORMED)));
                    case PASSWORD_TOO_WEAK ->
                        pages.show(new NewCredentialsPage(form.wrong("password", ActivationText.PASSWORD_WEAK)));
                    default -> pages.redirect(FORGOTTEN, Notice.error(FranceConnectText.NEW_OVER));
                };
        };
    }
}

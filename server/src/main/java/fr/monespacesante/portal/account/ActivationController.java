package fr.monespacesante.portal.account;

import fr.monespacesante.account.Activation;
import fr.monespacesante.account.ActivationId;
import fr.monespacesante.account.ActivationStep;
import fr.monespacesante.account.FranceConnectAccounts;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.WebFranceConnect;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// From the card and the provisional code to a login (ENR-08), a page for each step.
@Controller
@RequestMapping(ActivationPages.START)
class ActivationController {
    private static final String KEY = "mes.activation";

    private final Pages pages;
    private final Activation activation;
    private final WebSignIn signIn;
    private final WebFranceConnect franceConnect;
    private final FranceConnectAccounts accounts;

    ActivationController(
            Pages pages,
            Activation activation,
            WebSignIn signIn,
            WebFranceConnect franceConnect,
            FranceConnectAccounts accounts) {
        this.pages = pages;
        this.activation = activation;
        this.signIn = signIn;
        this.franceConnect = franceConnect;
        this.accounts = accounts;
    }

    @GetMapping
    View card() {
        return pages.show(new ActivationStartPage(Form.EMPTY));
    }

    @PostMapping
    View card(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields)
                .needs("ins", ActivationText.NEEDS_INS)
                .needs("serial", ActivationText.NEEDS_SERIAL)
                .needs("code", ActivationText.NEEDS_CODE);
        if (!form.valid()) {
            return pages.show(new ActivationStartPage(form));
        }
        Outcome<ActivationId> started = activation.start(
                form.value("ins"),
                form.value("serial").replaceAll("\\s", ""),
                form.value("code").strip(),
                request.getRemoteAddr());
        return switch (started) {
            case Outcome.Done<ActivationId>(ActivationId id) -> {
                request.getSession().setAttribute(KEY, id);
                request.changeSessionId();
                yield pages.redirect(ActivationPages.NEXT);
            }
            case Outcome.Refused<ActivationId>(Problem problem, String where) ->
                pages.show(new ActivationStartPage(form.wrong("code", startMessage(problem, where))));
        };
    }

    /// The page of the step where this activation stands.
    @GetMapping("/suite")
    View next(HttpServletRequest request) {
        return at(request, (id, progress) -> pages.show(page(progress, Form.EMPTY)));
    }

    /// Back to the contact, which can be corrected while its code is awaited.
    @GetMapping("/contact")
    View contact(HttpServletRequest request) {
        return at(
                request,
                (id, progress) -> progress.step() == ActivationStep.CONFIRM
                        ? pages.show(contactPage(progress, Form.EMPTY))
                        : pages.redirect(ActivationPages.NEXT));
    }

    @PostMapping("/contact")
    View contact(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        boolean chosen = ActivationPages.CODES_BY.stream()
                .anyMatch(option -> option.value().equals(form.value("codesBy")));
        return at(request, (id, progress) -> {
            if (!chosen) {
                return pages.show(contactPage(progress, form.wrong("codesBy", ActivationText.NEEDS_CODES_BY)));
            }
            Outcome<Activation.Progress> came = Contact.of(
                            form.value("email"), form.value("phone"), Contact.CodesBy.valueOf(form.value("codesBy")))
                    .then(contact -> activation.contact(id, contact));
            return after(
                    came,
                    (problem, where) -> pages.show(contactPage(progress, ContactForms.wrong(form, problem, where))));
        });
    }

    @PostMapping("/confirmation")
    View confirm(HttpServletRequest request, @RequestParam String code) {
        Form form = Form.of(Map.of("code", List.of(code))).needs("code", LoginText.CODE_NEEDED);
        return at(request, (id, progress) -> {
            if (!form.valid()) {
                return pages.show(new ActivationConfirmPage(progress.codeHint(), form));
            }
            return after(
                    activation.confirm(id, code),
                    (problem, where) -> pages.show(new ActivationConfirmPage(
                            progress.codeHint(), form.wrong("code", Refusals.message(problem, where)))));
        });
    }

    @PostMapping("/conditions")
    View terms(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        return at(
                request,
                (id, progress) -> form.has("accept", "oui")
                        ? after(
                                activation.acceptTerms(id, ActivationPages.TERMS_VERSION),
                                (problem, where) -> pages.redirect(ActivationPages.NEXT))
                        : pages.show(new ActivationTermsPage(form.wrong("accept", ActivationText.TERMS_NEEDED))));
    }

    @PostMapping("/identifiants")
    View credentials(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam String repeated) {
        Form form = Form.of(Map.of("login", List.of(login)));
        if (!password.equals(repeated)) {
            return pages.show(new ActivationCredentialsPage(form.wrong("repeated", ActivationText.REPEAT_DIFFERS)));
        }
        return at(request, (id, progress) -> switch (activation.chooseCredentials(id, login, new Secret<>(password))) {
            case Outcome.Done<Citizen>(Citizen citizen) -> {
                Optional<CivilIdentity> vouched = franceConnect.vouched(request);
                signIn.enter(request, response, citizen);
                vouched.ifPresent(identity -> accounts.link(citizen, identity));
                yield pages.redirect("/espace", Notice.success(ActivationText.DONE));
            }
            case Outcome.Refused<Citizen>(Problem problem, String where) -> credentialsRefused(form, problem);
        });
    }

    private View credentialsRefused(Form form, Problem problem) {
        return switch (problem) {
            case LOGIN_TAKEN ->
                pages.show(new ActivationCredentialsPage(form.wrong("login", ActivationText.LOGIN_TAKEN)));
            case MALFORMED ->
                pages.show(new ActivationCredentialsPage(form.wrong("login", ActivationText.LOGIN_MALFORMED)));
            case PASSWORD_TOO_WEAK ->
                pages.show(new ActivationCredentialsPage(form.wrong("password", ActivationText.PASSWORD_WEAK)));
            default -> pages.redirect(ActivationPages.NEXT);
        };
    }

    /// What a page does with an activation under way.
    private interface Step {
        View take(ActivationId id, Activation.Progress progress);
    }

    private interface Refusal {
        View show(Problem problem, String where);
    }

    /// Takes a step of the activation under way; where there is none, or it has run out, it starts again.
    private View at(HttpServletRequest request, Step step) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(KEY);
        if (!(kept instanceof ActivationId id)) {
            return pages.redirect(ActivationPages.START);
        }
        Optional<View> view = activation.progress(id).map(progress -> step.take(id, progress));
        return view.orElseGet(() -> pages.redirect(ActivationPages.START, Notice.error(ActivationText.OVER)));
    }

    private View after(Outcome<Activation.Progress> came, Refusal refusal) {
        return switch (came) {
            case Outcome.Done<Activation.Progress> _ -> pages.redirect(ActivationPages.NEXT);
            case Outcome.Refused<Activation.Progress>(Problem problem, String where) ->
                problem == Problem.TRANSITION_NOT_ALLOWED || problem == Problem.NOT_FOUND
                        ? pages.redirect(ActivationPages.NEXT)
                        : refusal.show(problem, where);
        };
    }

    private static PageModel page(Activation.Progress progress, Form form) {
        return switch (progress.step()) {
            case CONTACT -> contactPage(progress, form);
            case CONFIRM -> new ActivationConfirmPage(progress.codeHint(), form);
            case TERMS -> new ActivationTermsPage(form);
            case CREDENTIALS -> new ActivationCredentialsPage(form.with("login", or(progress.email(), "")));
        };
    }

    /// What is known already is filled in.
    private static ActivationContactPage contactPage(Activation.Progress progress, Form form) {
        Form filled = form.values().isEmpty()
                ? form.with("email", or(progress.email(), ""))
                        .with("phone", or(progress.phone(), ""))
                        .with("codesBy", progress.email() == null && progress.phone() != null ? "SMS" : "EMAIL")
                : form;
        return new ActivationContactPage(progress.displayName(), filled);
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static Message startMessage(Problem problem, String where) {
        return switch (problem) {
            case CODE_EXPIRED -> ActivationText.EXPIRED.plain();
            case MINOR_NOT_ALONE -> ActivationText.MINOR.plain();
            case CODE_USED -> ActivationText.USED.plain();
            case TOO_MANY_ATTEMPTS -> Refusals.message(problem, where);
            default -> ActivationText.WRONG.plain();
        };
    }
}

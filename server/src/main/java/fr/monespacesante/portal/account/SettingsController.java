package fr.monespacesante.portal.account;

import fr.monespacesante.access.AccountHistory;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.identity.OwnCredentials;
import fr.monespacesante.identity.Passkeys;
import fr.monespacesante.identity.Sessions;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The citizen's settings of her login: password, contact, devices (AUT-07, AUT-08).
@Controller
class SettingsController {
    static final String SECURITY = "/espace/parametres/connexion";
    private static final String CONTACT = SECURITY + "/contact";
    private static final String ASKED = "mes.contact";

    private final Pages pages;
    private final Citizens citizens;
    private final OwnCredentials credentials;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final FranceConnectSettings.Doors franceConnect;
    private final AccountHistory history;

    SettingsController(
            Pages pages,
            Citizens citizens,
            OwnCredentials credentials,
            Sessions sessions,
            Passkeys passkeys,
            FranceConnectSettings.Doors franceConnect,
            AccountHistory history) {
        this.history = history;
        this.franceConnect = franceConnect;
        this.passkeys = passkeys;
        this.pages = pages;
        this.citizens = citizens;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    /// A new contact that waits for its code.
    private record Asked(UUID code, Contact contact) implements Serializable {}

    @GetMapping("/espace/parametres")
    View settings() {
        return pages.show(new SettingsPage());
    }

    @GetMapping(SECURITY)
    View security(HttpSession session, @AuthenticationPrincipal CitizenSession who) {
        Contact contact = contact(who);
        List<DeviceLine> devices = sessions.of(who.citizen(), session.getId()).stream()
                .map(DeviceLine::of)
                .toList();
        List<PasskeyLine> keys =
                passkeys.of(who.citizen()).stream().map(PasskeyLine::of).toList();
        List<FranceConnectKind> linked = franceConnect.links().of(who.citizen());
        return pages.show(new SecurityPage(
                contact, keys, linked, franceConnect.browser().offered().size() > linked.size(), devices));
    }

    @GetMapping(SECURITY + "/mot-de-passe")
    View password() {
        return pages.show(new PasswordPage(Form.EMPTY));
    }

    @PostMapping(SECURITY + "/mot-de-passe")
    View password(
            HttpSession session,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String repeated) {
        if (!password.equals(repeated)) {
            return pages.show(new PasswordPage(Form.EMPTY.wrong("repeated", ActivationText.REPEAT_DIFFERS)));
        }
        Outcome<Citizen> changed =
                credentials.changePassword(who.citizen(), new Secret<>(current), new Secret<>(password));
        return switch (changed) {
            case Outcome.Done<Citizen> _ -> {
                sessions.endOthers(who.citizen(), session.getId());
                yield pages.redirect(SECURITY, Notice.success(SettingsText.PASSWORD_CHANGED));
            }
            case Outcome.Refused<Citizen>(Problem problem, String _) ->
                pages.show(new PasswordPage(
                        problem == Problem.PASSWORD_TOO_WEAK
                                ? Form.EMPTY.wrong("password", ActivationText.PASSWORD_WEAK)
                                : Form.EMPTY.wrong("current", SettingsText.PASSWORD_WRONG)));
        };
    }

    @GetMapping(CONTACT)
    View contactForm(@AuthenticationPrincipal CitizenSession who) {
        Contact contact = contact(who);
        return pages.show(new ContactPage(Form.of(Map.of(
                "email", List.of(or(contact.email())),
                "phone", List.of(or(contact.phone())),
                "codesBy", List.of(contact.codesBy().name())))));
    }

    @PostMapping(CONTACT)
    View contact(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        if (ActivationPages.CODES_BY.stream().noneMatch(option -> option.value().equals(form.value("codesBy")))) {
            return pages.show(new ContactPage(form.wrong("codesBy", ActivationText.NEEDS_CODES_BY)));
        }
        Outcome<Contact> wanted =
                Contact.of(form.value("email"), form.value("phone"), Contact.CodesBy.valueOf(form.value("codesBy")));
        return switch (wanted) {
            case Outcome.Done<Contact>(Contact contact) -> {
                UUID code = credentials.askContact(who.citizen(), contact);
                request.getSession().setAttribute(ASKED, new Asked(code, contact));
                yield pages.redirect(CONTACT + "/code");
            }
            case Outcome.Refused<Contact>(Problem problem, String where) ->
                pages.show(new ContactPage(ContactForms.wrong(form, problem, where)));
        };
    }

    @GetMapping(CONTACT + "/code")
    View confirm(HttpSession session) {
        return session.getAttribute(ASKED) instanceof Asked asked
                ? pages.show(new ContactConfirmPage(asked.contact().hint(), Form.EMPTY))
                : pages.redirect(CONTACT);
    }

    @PostMapping(CONTACT + "/code")
    View confirm(HttpSession session, @AuthenticationPrincipal CitizenSession who, @RequestParam String code) {
        if (!(session.getAttribute(ASKED) instanceof Asked asked)) {
            return pages.redirect(CONTACT);
        }
        return switch (credentials.changeContact(who.citizen(), asked.contact(), asked.code(), code)) {
            case Outcome.Done<Citizen> _ -> {
                session.removeAttribute(ASKED);
                yield pages.redirect(SECURITY, Notice.success(SettingsText.CONTACT_CHANGED));
            }
            case Outcome.Refused<Citizen>(Problem problem, String where) ->
                pages.show(new ContactConfirmPage(
                        asked.contact().hint(),
                        Form.of(Map.of("code", List.of(code))).wrong("code", Refusals.message(problem, where))));
        };
    }

    @PostMapping(SECURITY + "/appareil")
    View end(@AuthenticationPrincipal CitizenSession who, @RequestParam String appareil) {
        sessions.end(who.citizen(), appareil);
        history.note(who.space(), AccountHistory.What.SESSIONS_ENDED);
        return pages.redirect(SECURITY, Notice.success(SettingsText.SESSION_ENDED));
    }

    @PostMapping(SECURITY + "/autres-appareils")
    View endOthers(HttpSession session, @AuthenticationPrincipal CitizenSession who) {
        sessions.endOthers(who.citizen(), session.getId());
        history.note(who.space(), AccountHistory.What.SESSIONS_ENDED);
        return pages.redirect(SECURITY, Notice.success(SettingsText.SESSIONS_ENDED));
    }

    private Contact contact(CitizenSession who) {
        return citizens.find(who.citizen()).map(Citizen::contact).orElseThrow();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

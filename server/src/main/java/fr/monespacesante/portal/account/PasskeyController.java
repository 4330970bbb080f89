package fr.monespacesante.portal.account;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Passkey;
import fr.monespacesante.identity.Passkeys;
import fr.monespacesante.identity.WebPasskeys;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Adds and removes passkeys (AUT-02); added only by somebody who has just shown a second factor.
@Controller
@RequestMapping(SettingsController.SECURITY + "/cle")
class PasskeyController {
    static final String ADD = SettingsController.SECURITY + "/cle";

    private final Pages pages;
    private final Passkeys passkeys;
    private final WebPasskeys browser;
    private final WebSignIn signIn;

    PasskeyController(Pages pages, Passkeys passkeys, WebPasskeys browser, WebSignIn signIn) {
        this.pages = pages;
        this.passkeys = passkeys;
        this.browser = browser;
        this.signIn = signIn;
    }

    @GetMapping
    View form(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        if (!signIn.recent(request)) {
            return pages.redirect(ProofController.before(ProofController.Next.PASSKEY));
        }
        String device =
                new Texts(Pages.language(request)).of(DeviceLine.name(String.valueOf(request.getHeader("User-Agent"))));
        return page(request, who, Form.of(Map.of("name", List.of(device))));
    }

    @PostMapping
    View add(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer) {
        Form form = Form.of(Map.of("name", List.of(name))).needs("name", PasskeyText.NAME_NEEDED);
        if (!form.valid()) {
            return page(request, who, form);
        }
        return switch (browser.register(request, who, name, answer)) {
            case Outcome.Done<Passkey> _ ->
                pages.redirect(SettingsController.SECURITY, Notice.success(PasskeyText.ADDED));
            case Outcome.Refused<Passkey>(Problem problem, String where) ->
                switch (problem) {
                    case NOT_AUTHENTICATED -> pages.redirect(ADD, Notice.error(PasskeyText.NOT_MADE));
                    case TOO_LARGE -> page(request, who, form.wrong("name", PasskeyText.TOO_MANY));
                    default ->
                        page(
                                request,
                                who,
                                form.wrong(
                                        "name", where.equals("name") ? PasskeyText.NAME_NEEDED : PasskeyText.NOT_MADE));
                };
        };
    }

    @PostMapping("/retirer")
    View remove(@AuthenticationPrincipal CitizenSession who, @RequestParam String cle) {
        try {
            passkeys.remove(who.citizen(), UUID.fromString(cle));
        } catch (IllegalArgumentException _) {
            // no passkey has this name: there is nothing to remove
        }
        return pages.redirect(SettingsController.SECURITY, Notice.success(PasskeyText.REMOVED));
    }

    private View page(HttpServletRequest request, CitizenSession who, Form form) {
        return pages.show(new PasskeyPage(browser.creation(request, who), form));
    }
}

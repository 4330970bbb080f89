package fr.monespacesante.portal.account;

import fr.monespacesante.account.Invitations;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A new code for a person whose code has expired or is lost (ENR-08). The answer is the same whoever asks.
@Controller
@RequestMapping("/activation/nouveau-code")
class RenewController {
    private final Pages pages;
    private final Invitations invitations;

    RenewController(Pages pages, Invitations invitations) {
        this.pages = pages;
        this.invitations = invitations;
    }

    @GetMapping
    View ask() {
        return pages.show(new RenewPage(Form.EMPTY));
    }

    @PostMapping
    View renew(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("ins", ActivationText.NEEDS_INS).needs("serial", ActivationText.NEEDS_SERIAL);
        if (!form.valid()) {
            return pages.show(new RenewPage(form));
        }
        String serial = form.value("serial").replaceAll("\\s", "");
        return switch (invitations.renew(form.value("ins"), serial, request.getRemoteAddr())) {
            case Outcome.Done<Boolean> _ ->
                pages.redirect(ActivationPages.START, Notice.success(ActivationText.NEW_CODE_SENT));
            case Outcome.Refused<Boolean>(Problem problem, String where) ->
                pages.show(new RenewPage(form.wrong("ins", Refusals.message(problem, where))));
        };
    }
}

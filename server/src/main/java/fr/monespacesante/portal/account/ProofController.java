package fr.monespacesante.portal.account;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.PendingSignIn;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A one-time code from somebody who is signed in, before a way in is added: an unlocked screen is not enough for that.
@Controller
@RequestMapping(ProofController.PROOF)
class ProofController {
    static final String PROOF = SettingsController.SECURITY + "/verification";

    private final Pages pages;
    private final WebSignIn signIn;

    ProofController(Pages pages, WebSignIn signIn) {
        this.pages = pages;
        this.signIn = signIn;
    }

    /// What was about to be changed.
    enum Next {
        PASSKEY("cle"),
        FRANCECONNECT("franceconnect");

        private final String word;

        Next(String word) {
            this.word = word;
        }

        static Next of(String word) {
            return Arrays.stream(values())
                    .filter(next -> next.word.equals(word))
                    .findFirst()
                    .orElse(PASSKEY);
        }

        String address() {
            return SettingsController.SECURITY + "/" + word;
        }
    }

    static String before(Next next) {
        return PROOF + "?pour=" + next.word;
    }

    @GetMapping
    View show(HttpServletRequest request, @RequestParam(name = "pour", defaultValue = "") String next) {
        return page(request, Next.of(next), Form.EMPTY);
    }

    @PostMapping("/envoyer")
    View send(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(name = "suite", defaultValue = "") String next) {
        return switch (signIn.askAgain(request, who)) {
            case Outcome.Done<PendingSignIn> _ -> pages.redirect(before(Next.of(next)));
            case Outcome.Refused<PendingSignIn>(Problem problem, String where) ->
                page(request, Next.of(next), Form.EMPTY.wrong("code", Refusals.message(problem, where)));
        };
    }

    @PostMapping
    View prove(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(name = "suite", defaultValue = "") String next,
            @RequestParam(defaultValue = "") String code) {
        Form form = Form.of(Map.of("code", List.of(code))).needs("code", LoginText.CODE_NEEDED);
        if (!form.valid()) {
            return page(request, Next.of(next), form);
        }
        return switch (signIn.proveAgain(request, who, code)) {
            case Outcome.Done<UUID> _ -> pages.redirect(Next.of(next).address());
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                page(request, Next.of(next), form.wrong("code", Refusals.message(problem, where)));
        };
    }

    private View page(HttpServletRequest request, Next next, Form form) {
        Optional<PendingSignIn> asked = signIn.askedAgain(request);
        return pages.show(new ProofPage(
                next.word,
                asked.map(PendingSignIn::hint).orElse(""),
                asked.map(PendingSignIn::bySms).orElse(false),
                form));
    }
}

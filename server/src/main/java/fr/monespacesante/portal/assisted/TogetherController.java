package fr.monespacesante.portal.assisted;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.OpenPaths;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.account.Refusals;
import fr.monespacesante.support.AssistedSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The two of them come in with the code that the holder tells, and go when the holder says so. The number in the
/// address came to the counsellor's browser alone; it opens nothing without the code.
@Controller
class TogetherController {
    static final String END = CodePage.ADDRESS + "/terminer";

    private final Pages pages;
    private final AssistedSessions sessions;
    private final WebSignIn signIn;

    TogetherController(Pages pages, AssistedSessions sessions, WebSignIn signIn) {
        this.pages = pages;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @GetMapping(CodePage.ADDRESS + "/{id:[0-9a-f-]{36}}")
    View code(@PathVariable UUID id) {
        return pages.show(new CodePage(id, Form.EMPTY));
    }

    @PostMapping(CodePage.ADDRESS + "/{id:[0-9a-f-]{36}}")
    View code(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code) {
        if (code.isBlank()) {
            return pages.show(new CodePage(id, Form.EMPTY.wrong("code", AssistedText.CODE_NEEDED)));
        }
        return switch (sessions.start(id, code)) {
            case Outcome.Done<AssistedSessions.Started>(AssistedSessions.Started started) -> {
                signIn.enterAssisted(request, response, started.citizen(), started.assistance());
                yield pages.redirect("/espace");
            }
            case Outcome.Refused<AssistedSessions.Started>(Problem problem, String where) ->
                pages.show(new CodePage(id, Form.EMPTY.wrong("code", Refusals.message(problem, where))));
        };
    }

    @PostMapping(END)
    View end(HttpSession session, @AuthenticationPrincipal @Nullable CitizenSession who) {
        if (who != null && who.assistance() != null) {
            sessions.end(who.assistance().id());
            session.invalidate();
        }
        return pages.redirect(OverPage.ADDRESS);
    }

    @GetMapping(OverPage.ADDRESS)
    View over(@AuthenticationPrincipal @Nullable CitizenSession who) {
        return who == null ? pages.show(new OverPage()) : pages.redirect("/espace");
    }

    /// Before the code there is no session.
    @Configuration(proxyBeanMethods = false)
    static class Open {
        @Bean
        OpenPaths assistedPages() {
            return new OpenPaths(List.of(CodePage.ADDRESS + "/**"));
        }
    }
}

package fr.monespacesante.portal.assisted;

import fr.monespacesante.identity.AgentArea;
import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.agent.AgentTile;
import fr.monespacesante.support.AssistedSessions;
import fr.monespacesante.support.SupportAgent;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A counsellor asks to open a space beside its holder.
@Controller
@RequestMapping(AskPage.ADDRESS)
class AskController {
    private static final String PLACE = "mes.assisted.place";
    private static final long MINUTE = 60;

    private final Pages pages;
    private final AssistedSessions sessions;

    AskController(Pages pages, AssistedSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @GetMapping
    View ask(HttpSession session) {
        return pages.show(new AskPage(
                session.getAttribute(PLACE) instanceof String place ? Form.EMPTY.with("lieu", place) : Form.EMPTY));
    }

    @PostMapping
    View ask(
            HttpSession session,
            @AuthenticationPrincipal AgentSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("ins", AssistedText.NEEDS_INS).needs("lieu", AssistedText.NEEDS_PLACE);
        if (!form.has("present", "oui")) {
            form = form.wrong("present", AssistedText.NEEDS_PRESENT);
        }
        if (!form.valid()) {
            return pages.show(new AskPage(form));
        }
        SupportAgent agent = new SupportAgent(who.id(), who.displayName());
        return switch (sessions.ask(agent, form.value("ins"), form.value("lieu"))) {
            case Outcome.Done<UUID>(UUID id) -> {
                session.setAttribute(PLACE, form.value("lieu").strip());
                yield pages.redirect(CodePage.ADDRESS + "/" + id);
            }
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                pages.show(new AskPage(
                        problem == Problem.TOO_MANY_ATTEMPTS
                                ? form.wrong(
                                        "ins", AssistedText.SLOW.with((Long.parseLong(where) + MINUTE - 1) / MINUTE))
                                : form.wrong("lieu", AssistedText.NEEDS_PLACE)));
        };
    }

    /// Who comes to this page, and where they find it.
    @Configuration(proxyBeanMethods = false)
    static class Place {
        private static final String ROLE = "counsellor";

        @Bean
        AgentArea assistedArea() {
            return new AgentArea(AskPage.ADDRESS + "/**", ROLE);
        }

        @Bean
        AgentTile assistedTile() {
            return new AgentTile(ROLE, Section.ASSISTED, AssistedText.TILE, "fr-icon-team-line");
        }
    }
}

package fr.monespacesante.portal.supervision;

import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.identity.AgentArea;
import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.agent.AgentTile;
import fr.monespacesante.supervision.AlertDesk;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The journal of the agents.
@Controller
class JournalController {
    private static final int SIZE = 50;

    private final Pages pages;
    private final AlertDesk desk;

    JournalController(Pages pages, AlertDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping(SupervisionController.PAGE + "/journal")
    View journal(@AuthenticationPrincipal AgentSession who, @RequestParam(required = false) Optional<String> apres) {
        Optional<String> after = apres.filter(text -> text.matches("\\d{1,18}"));
        Page<AgentTraces.Numbered> found = desk.journal(SupervisionController.operator(who), after, SIZE);
        return pages.show(new JournalPage(
                found.items().stream()
                        .map(numbered -> JournalPage.Line.of(numbered.trace()))
                        .toList(),
                after.isEmpty(),
                found.next()));
    }

    /// Who comes to these pages, and where they find them.
    @Configuration(proxyBeanMethods = false)
    static class Place {
        private static final String ROLE = "supervision";

        @Bean
        AgentArea supervisionArea() {
            return new AgentArea(SupervisionController.PAGE + "/**", ROLE);
        }

        @Bean
        AgentTile supervisionTile() {
            return new AgentTile(ROLE, Section.SUPERVISION, SupervisionText.TILE, "fr-icon-alarm-warning-line");
        }
    }
}

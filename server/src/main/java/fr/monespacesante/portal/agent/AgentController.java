package fr.monespacesante.portal.agent;

import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/// An agent comes in, sees what their roles open, and goes (AUT-05).
@Controller
class AgentController {
    private final Pages pages;
    private final List<AgentTile> tiles;

    AgentController(Pages pages, ObjectProvider<AgentTile> tiles) {
        this.pages = pages;
        this.tiles = tiles.orderedStream().toList();
    }

    @GetMapping("/agent")
    View home(@AuthenticationPrincipal AgentSession who) {
        return pages.show(new AgentHomePage(
                who.displayName(),
                who.roles().stream().sorted().toList(),
                tiles.stream().filter(tile -> who.has(tile.role())).toList()));
    }

    @GetMapping("/agent/connexion")
    View signIn(@AuthenticationPrincipal @Nullable AgentSession who, HttpServletRequest request) {
        if (who != null) {
            return pages.redirect("/agent");
        }
        if (request.getParameter("inconnu") != null) {
            return pages.show(new AgentSignInPage(AgentText.UNKNOWN));
        }
        if (request.getParameter("indisponible") != null) {
            return pages.show(new AgentSignInPage(AgentText.AWAY));
        }
        return pages.show(new AgentSignInPage(request.getParameter("echec") == null ? null : AgentText.FAILED));
    }

    /// The log-out is forwarded here, and so comes as it was sent.
    @RequestMapping(
            path = "/agent/au-revoir",
            method = {RequestMethod.GET, RequestMethod.POST})
    View goodbye() {
        return pages.show(new AgentGoodbyePage());
    }
}

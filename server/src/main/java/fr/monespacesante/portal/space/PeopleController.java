package fr.monespacesante.portal.space;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whose space the pages show (REP-01).
@Controller
@RequestMapping("/espace/personnes")
class PeopleController {
    private final Pages pages;
    private final OwnSpace own;

    PeopleController(Pages pages, OwnSpace own) {
        this.pages = pages;
        this.own = own;
    }

    @GetMapping
    View people(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        own.refresh(request);
        return pages.show(new PeoplePage(own.people(request, who)));
    }

    @PostMapping
    View choose(
            HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String personne) {
        return own.choose(request, who, personne) ? pages.redirect("/espace") : pages.refused(Problem.NOT_FOUND);
    }
}

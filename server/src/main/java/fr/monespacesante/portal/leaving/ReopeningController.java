package fr.monespacesante.portal.leaving;

import fr.monespacesante.account.Reopenings;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Who signs in and whose space is closed is offered to open it again (ENR-10); so is who represents them.
@Controller
@RequestMapping(ShutPage.ADDRESS)
class ReopeningController {
    private final Pages pages;
    private final OwnSpace own;
    private final Reopenings reopenings;

    ReopeningController(Pages pages, OwnSpace own, Reopenings reopenings) {
        this.pages = pages;
        this.own = own;
        this.reopenings = reopenings;
    }

    @GetMapping
    View shut(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return reopenings
                .offer(own.space(request, who), who.space())
                .map(offer -> pages.show(new ShutPage(
                        own.name(request, who), offer, !own.people(request, who).isEmpty())))
                .orElseGet(() -> pages.refused(Problem.NOT_FOUND));
    }

    @PostMapping
    View reopen(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return switch (reopenings.reopen(own.space(request, who), who.space(), who.displayName())) {
            case Outcome.Done<SpaceState> _ -> pages.redirect("/espace", Notice.success(LeavingText.REOPENED));
            case Outcome.Refused<SpaceState>(Problem problem, String _) ->
                problem == Problem.TRANSITION_NOT_ALLOWED ? pages.redirect("/espace") : pages.refused(problem);
        };
    }
}

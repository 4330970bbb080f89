package fr.monespacesante.portal.family;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Families;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.OwnAccess;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A teenager's own access, and the protection from everybody who represents (REP-06).
@Controller
@RequestMapping("/espace/parametres")
class FamilySettingsController {
    private static final String TEENAGER = "/espace/parametres/acces-personnel";
    private static final String SHIELD = "/espace/parametres/protection";

    private final Pages pages;
    private final OwnSpace own;
    private final OwnAccess ownAccess;
    private final Families families;

    FamilySettingsController(Pages pages, OwnSpace own, OwnAccess ownAccess, Families families) {
        this.pages = pages;
        this.own = own;
        this.ownAccess = ownAccess;
        this.families = families;
    }

    @GetMapping("/acces-personnel")
    View teenager(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(request, who, visit -> teenager(visit, Form.EMPTY));
    }

    @PostMapping("/acces-personnel")
    View give(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        Outcome<OwnAccess.State> given = own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.GIVE_OWN_ACCESS),
                visit -> families.giveOwnAccess(visit, form.value("email")));
        return switch (given) {
            case Outcome.Done<OwnAccess.State> _ -> pages.redirect(TEENAGER, Notice.success(FamilyText.TEEN_GIVEN));
            case Outcome.Refused<OwnAccess.State>(Problem problem, String _) -> refused(request, who, problem, form);
        };
    }

    private View refused(HttpServletRequest request, CitizenSession who, Problem problem, Form form) {
        if (problem == Problem.MALFORMED) {
            return show(request, who, visit -> teenager(visit, form.wrong("email", CaregiverText.EMAIL_WRONG)));
        }
        if (problem == Problem.MINOR_NOT_ALONE) {
            return pages.redirect(TEENAGER, Notice.error(FamilyText.TEEN_NOT_YET));
        }
        return problem == Problem.TRANSITION_NOT_ALLOWED
                ? pages.redirect(TEENAGER, Notice.error(FamilyText.TEEN_ALREADY))
                : pages.refused(problem);
    }

    @PostMapping("/acces-personnel/fin")
    View end(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return switch (own.enter(
                request, who, new Act.ChangeRights(Act.RightsChange.END_OWN_ACCESS), families::endOwnAccess)) {
            case Outcome.Done<OwnAccess.State> _ -> pages.redirect(TEENAGER, Notice.success(FamilyText.TEEN_ENDED));
            case Outcome.Refused<OwnAccess.State>(Problem problem, String _) ->
                problem == Problem.TRANSITION_NOT_ALLOWED
                        ? pages.redirect(TEENAGER, Notice.error(FamilyText.TEEN_ALREADY))
                        : pages.refused(problem);
        };
    }

    @GetMapping("/protection")
    View shield(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(
                request, who, visit -> new ShieldPage(visit.space().standing().concealed(), Form.EMPTY));
    }

    @PostMapping("/protection")
    View conceal(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        if (!form.has("sur", "oui")) {
            return show(request, who, visit -> new ShieldPage(false, form.wrong("sur", FamilyText.SHIELD_NEEDED)));
        }
        boolean mine = own.space(request, who).equals(who.space());
        return switch (own.enter(request, who, new Act.ChangeRights(Act.RightsChange.CONCEAL), families::conceal)) {
            case Outcome.Done<Boolean> _ -> {
                own.comeBack(request);
                yield pages.redirect(mine ? SHIELD : "/espace/personnes", Notice.success(FamilyText.SHIELD_DONE));
            }
            case Outcome.Refused<Boolean>(Problem problem, String _) ->
                problem == Problem.TRANSITION_NOT_ALLOWED ? pages.redirect(SHIELD) : pages.refused(problem);
        };
    }

    private TeenagerPage teenager(Visit visit, Form form) {
        return new TeenagerPage(
                ownAccess.of(visit.space(), visit.now()), visit.space().person().usedGivenName(), form);
    }

    private View show(HttpServletRequest request, CitizenSession who, Function<Visit, PageModel> page) {
        Outcome<PageModel> shown =
                own.enter(request, who, new Act.ReadRights(), visit -> Outcome.done(page.apply(visit)));
        return switch (shown) {
            case Outcome.Done<PageModel>(PageModel model) -> pages.show(model);
            case Outcome.Refused<PageModel>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

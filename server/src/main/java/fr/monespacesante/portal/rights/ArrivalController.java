package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What happens to documents as they come in: hidden by category, and results that wait (ACC-13).
@Controller
@RequestMapping(RightsPage.ADDRESS)
class ArrivalController {
    private final Pages pages;
    private final OwnSpace own;
    private final Wishes wishes;

    ArrivalController(Pages pages, OwnSpace own, Wishes wishes) {
        this.pages = pages;
        this.own = own;
        this.wishes = wishes;
    }

    @GetMapping("/arrivee")
    View arrivals(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(request, who, visit -> ArrivalPage.of(visit.rights()));
    }

    @PostMapping("/arrivee")
    View hide(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        Set<DocumentCategory> wanted = Arrays.stream(DocumentCategory.values())
                .filter(category -> form.has("categorie", category.name()))
                .collect(Collectors.toSet());
        return switch (own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.SET_ARRIVALS),
                visit -> wishes.hideOnArrival(visit, wanted))) {
            case Outcome.Done<Rights> _ -> pages.redirect(RightsPage.ADDRESS, Notice.success(RightsText.ARRIVAL_SAVED));
            case Outcome.Refused<Rights>(Problem problem, String _) -> stale(problem);
        };
    }

    @GetMapping("/delais")
    View delays(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(request, who, visit -> page(visit, Form.EMPTY));
    }

    @PostMapping("/delais")
    View add(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("type", RightsText.DELAY_NEEDS_TYPE);
        String typed = form.value("jours").strip();
        int days = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        if (days < 1 || days > Wishes.LONGEST_DELAY_DAYS) {
            form = form.wrong("jours", RightsText.DELAY_NEEDS_DAYS);
        }
        if (!form.valid()) {
            Form wrong = form;
            return show(request, who, visit -> page(visit, wrong));
        }
        Rights.Delay added = new Rights.Delay(form.value("type"), days);
        Form sent = form;
        return switch (own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.SET_DELAYS),
                visit -> wishes.delay(
                        visit,
                        Stream.concat(others(visit, added.typeCode()), Stream.of(added))
                                .toList()))) {
            case Outcome.Done<Rights> _ ->
                pages.redirect(RightsPage.ADDRESS + "/delais", Notice.success(RightsText.DELAY_SAVED));
            case Outcome.Refused<Rights>(Problem problem, String _) ->
                problem == Problem.TYPE_CODE_UNKNOWN
                        ? show(request, who, visit -> page(visit, sent.wrong("type", RightsText.DELAY_NEEDS_TYPE)))
                        : stale(problem);
        };
    }

    @PostMapping("/delais/retirer")
    View remove(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String type) {
        return switch (own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.SET_DELAYS),
                visit -> others(visit, type).count() == visit.rights().delays().size()
                        ? Outcome.<Rights>refused(Problem.NOT_FOUND)
                        : wishes.delay(visit, others(visit, type).toList()))) {
            case Outcome.Done<Rights> _ ->
                pages.redirect(RightsPage.ADDRESS + "/delais", Notice.success(RightsText.DELAY_REMOVED));
            case Outcome.Refused<Rights>(Problem problem, String _) -> stale(problem);
        };
    }

    private static Stream<Rights.Delay> others(Visit visit, String type) {
        List<Rights.Delay> delays = visit.rights().delays();
        return delays.stream().filter(delay -> !delay.typeCode().equals(type));
    }

    private static DelaysPage page(Visit visit, Form form) {
        return new DelaysPage(form, RightsPages.delays(visit.rights()));
    }

    private View stale(Problem problem) {
        return problem == Problem.VERSION_MISMATCH
                ? pages.redirect(RightsPage.ADDRESS, Notice.error(RightsText.MEANWHILE))
                : pages.refused(problem);
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

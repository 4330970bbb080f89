package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Choosing a professional to block (ACC-03), to name as treating doctor (ACC-04), or to refuse as a feeder (ACC-07).
@Controller
@RequestMapping(RightsPage.ADDRESS)
class ChooseController {
    private final Pages pages;
    private final OwnSpace own;
    private final Choices choices;
    private final Blocks blocks;
    private final Wishes wishes;

    ChooseController(Pages pages, OwnSpace own, Choices choices, Blocks blocks, Wishes wishes) {
        this.pages = pages;
        this.own = own;
        this.choices = choices;
        this.blocks = blocks;
        this.wishes = wishes;
    }

    @GetMapping("/bloquer")
    View askBlock(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        return show(request, who, Purpose.BLOCK, Form.of(asked));
    }

    @PostMapping("/bloquer")
    View block(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        return change(
                request,
                who,
                Purpose.BLOCK,
                form,
                Act.RightsChange.BLOCK,
                RightsText.BLOCKED,
                (visit, one) -> one.name().isEmpty()
                        ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "nom")
                        : blocks.block(visit, new Rpps(one.rpps()), one.name(), form.has("homonyme", "oui")));
    }

    @GetMapping("/medecin-traitant")
    View askDoctor(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        return show(request, who, Purpose.TREATING_DOCTOR, Form.of(asked));
    }

    @PostMapping("/medecin-traitant")
    View name(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        return change(
                request,
                who,
                Purpose.TREATING_DOCTOR,
                Form.of(fields),
                Act.RightsChange.NAME_TREATING_DOCTOR,
                RightsText.TREATING_NAMED,
                (visit, one) -> wishes.nameTreatingDoctor(visit, one.named(visit.now())));
    }

    @GetMapping("/alimentation")
    View askFeeding(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        return show(request, who, Purpose.FEEDING, Form.of(asked));
    }

    @PostMapping("/alimentation")
    View refuse(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        return change(
                request,
                who,
                Purpose.FEEDING,
                form,
                Act.RightsChange.REFUSE_FEEDING,
                RightsText.FEEDING_REFUSED,
                (visit, one) -> one.name().isEmpty()
                        ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "nom")
                        : wishes.refuseFeeding(visit, new Rpps(one.rpps()), one.name(), form.value("raison")));
    }

    interface ForChosen {
        Outcome<Rights> change(Visit visit, Choice.One one);
    }

    private View show(HttpServletRequest request, CitizenSession who, Purpose purpose, Form form) {
        return switch (own.enter(request, who, new Act.ReadRights(), visit -> Outcome.done(choices.of(visit, form)))) {
            case Outcome.Done<Choice>(Choice choice) -> pages.show(ChoosePage.of(purpose, form, choice));
            case Outcome.Refused<Choice>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private View change(
            HttpServletRequest request,
            CitizenSession who,
            Purpose purpose,
            Form form,
            Act.RightsChange what,
            RightsText done,
            ForChosen body) {
        if (Rpps.parse(form.value("rpps")).isEmpty()) {
            return show(request, who, purpose, form.wrong("q", RightsText.CHOOSE_SOMEBODY));
        }
        Outcome<Rights> changed = own.enter(request, who, new Act.ChangeRights(what), visit -> {
            Choice.One one = choices.chosen(visit, form).orElseThrow();
            visit.says(one.name());
            return body.change(visit, one);
        });
        return switch (changed) {
            case Outcome.Done<Rights> _ -> pages.redirect(RightsPage.ADDRESS, Notice.success(done));
            case Outcome.Refused<Rights>(Problem problem, String _) ->
                Wrong.in(form, problem)
                        .map(wrong -> show(request, who, purpose, wrong))
                        .orElseGet(() -> pages.refused(problem));
        };
    }
}

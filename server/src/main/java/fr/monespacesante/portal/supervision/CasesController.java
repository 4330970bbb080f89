package fr.monespacesante.portal.supervision;

import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Language;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.supervision.CaseDesk;
import fr.monespacesante.supervision.ReportedAccess;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The accesses that citizens reported: list, one, examine, answer (TRC-05).
@Controller
@RequestMapping(CasesController.PAGE)
class CasesController {
    static final String PAGE = SupervisionController.PAGE + "/signalements";

    /// Answers that fit most cases. The citizen's language is not known: they are sent in French.
    static final List<SupervisionText> USUAL =
            List.of(SupervisionText.USUAL_JUSTIFIED, SupervisionText.USUAL_UNJUSTIFIED, SupervisionText.USUAL_MISTAKE);

    private final Pages pages;
    private final CaseDesk desk;

    CasesController(Pages pages, CaseDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    View cases(@AuthenticationPrincipal AgentSession who, @RequestParam MultiValueMap<String, String> asked) {
        Form filter = Form.of(asked);
        Page<ReportedAccess> found = desk.newest(
                SupervisionController.operator(who),
                SupervisionController.chosen(ReportedAccess.State.values(), filter.value("etat")),
                SupervisionController.after(filter),
                SupervisionController.SIZE);
        return pages.show(
                new CasesPage(filter, found.items().stream().map(CaseLine::of).toList(), found.next()));
    }

    @GetMapping(SupervisionController.ID)
    View one(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return show(who, id, Form.EMPTY);
    }

    @PostMapping(SupervisionController.ID + "/examiner")
    View examine(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(
                desk.examine(SupervisionController.operator(who), id),
                who,
                id,
                Form.EMPTY,
                SupervisionText.EXAMINE_DONE);
    }

    @PostMapping(SupervisionController.ID + "/repondre")
    View answer(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("fonde", SupervisionText.NEEDS_FOUNDED);
        String text = form.value("texte").isBlank()
                ? USUAL.stream()
                        .filter(usual -> usual.name().equals(form.value("type")))
                        .findFirst()
                        .map(usual -> usual.in(Language.FRENCH))
                        .orElse("")
                : form.value("texte");
        if (!form.valid()) {
            return show(who, id, text.isBlank() ? form.wrong("texte", SupervisionText.NEEDS_TEXT) : form);
        }
        return after(
                desk.answer(SupervisionController.operator(who), id, form.has("fonde", "oui"), text),
                who,
                id,
                form,
                SupervisionText.ANSWER_DONE);
    }

    private View after(Outcome<ReportedAccess> outcome, AgentSession who, UUID id, Form form, SupervisionText done) {
        return switch (outcome) {
            case Outcome.Done<ReportedAccess> _ -> pages.redirect(PAGE + "/" + id, Notice.success(done));
            case Outcome.Refused<ReportedAccess>(Problem problem, String _) -> refused(problem, who, id, form);
        };
    }

    private View refused(Problem problem, AgentSession who, UUID id, Form form) {
        return switch (problem) {
            case REQUIRED_ELEMENT_MISSING -> show(who, id, form.wrong("texte", SupervisionText.NEEDS_TEXT));
            case MALFORMED -> show(who, id, form.wrong("texte", SupervisionText.TOO_LONG));
            case TRANSITION_NOT_ALLOWED -> pages.redirect(PAGE + "/" + id, Notice.error(SupervisionText.MOVED_ON));
            default -> pages.refused(problem);
        };
    }

    private View show(AgentSession who, UUID id, Form form) {
        return switch (desk.open(SupervisionController.operator(who), id)) {
            case Outcome.Done<ReportedAccess>(ReportedAccess found) ->
                pages.show(new CasePage(CaseLine.of(found), form));
            case Outcome.Refused<ReportedAccess>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

package fr.monespacesante.portal.support;

import fr.monespacesante.account.Measure;
import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.support.ProtectionDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
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

/// Records who may act for a caller (REP-04, REP-06).
@Controller
@RequestMapping(QuestionsPage.ADDRESS + SupportController.CALL + "/protection")
class ProtectionController {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Pages pages;
    private final ProtectionDesk desk;

    ProtectionController(Pages pages, ProtectionDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    View show(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return show(who, id, Form.EMPTY);
    }

    @PostMapping("/adresse")
    View conceal(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(id, desk.conceal(SupportController.agent(who), id), SupportText.CONCEALED_DONE);
    }

    @PostMapping("/adresse/lever")
    View reveal(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(id, desk.reveal(SupportController.agent(who), id), SupportText.REVEALED_DONE);
    }

    @PostMapping("/mesure")
    View protect(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("guardian", SupportText.NEEDS_GUARDIAN);
        Optional<Measure.Kind> kind = Arrays.stream(Measure.Kind.values())
                .filter(each -> each.name().equals(fields.getFirst("mesure")))
                .findFirst();
        if (kind.isEmpty()) {
            form = form.wrong("mesure", SupportText.NEEDS_MEASURE);
        }
        boolean typed = !(form.value("fin.day") + form.value("fin.month") + form.value("fin.year")).isBlank();
        Optional<LocalDate> last = form.date("fin");
        if (typed && last.isEmpty()) {
            form = form.wrong("fin", SupportText.NEEDS_COMING);
        }
        if (!form.has("vu", "oui")) {
            form = form.wrong("vu", SupportText.NEEDS_SEEN);
        }
        if (!form.valid() || kind.isEmpty()) {
            return show(who, id, form);
        }
        Optional<Instant> until =
                last.map(day -> day.plusDays(1).atStartOfDay(PARIS).toInstant());
        Outcome<Measure> done = desk.protect(
                SupportController.agent(who),
                id,
                form.value("guardian"),
                kind.get().usual(until));
        return switch (done) {
            case Outcome.Done<Measure> _ -> after(id, done, SupportText.MEASURE_SAVED);
            case Outcome.Refused<Measure>(Problem problem, String _) -> wrong(who, id, form, problem);
        };
    }

    @PostMapping("/mesure/fin")
    View end(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(id, desk.endProtection(SupportController.agent(who), id), SupportText.MEASURE_STOPPED);
    }

    private View wrong(AgentSession who, UUID id, Form form, Problem problem) {
        return switch (problem) {
            case INS_INVALID -> show(who, id, form.wrong("guardian", SupportText.NEEDS_GUARDIAN));
            case ONESELF -> show(who, id, form.wrong("guardian", SupportText.NEEDS_ANOTHER));
            case END_IN_THE_PAST -> show(who, id, form.wrong("fin", SupportText.NEEDS_COMING));
            default -> over();
        };
    }

    private View show(AgentSession who, UUID id, Form form) {
        return switch (desk.open(SupportController.agent(who), id)) {
            case Outcome.Done<ProtectionDesk.Standing>(ProtectionDesk.Standing standing) ->
                pages.show(new ProtectionPage(SupportController.address(id), standing, form));
            case Outcome.Refused<ProtectionDesk.Standing> _ -> over();
        };
    }

    private View after(UUID id, Outcome<?> outcome, SupportText done) {
        String here = SupportController.address(id) + "/protection";
        return switch (outcome) {
            case Outcome.Done<?> _ -> pages.redirect(here, Notice.success(done));
            case Outcome.Refused<?>(Problem problem, String _) ->
                problem == Problem.NOT_FOUND ? over() : pages.redirect(here, Notice.error(SupportText.MOVED_ON));
        };
    }

    private View over() {
        return pages.redirect(QuestionsPage.ADDRESS, Notice.error(SupportText.OVER));
    }
}

package fr.monespacesante.portal.supervision;

import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.supervision.Alert;
import fr.monespacesante.supervision.AlertDesk;
import fr.monespacesante.supervision.Operator;
import fr.monespacesante.supervision.Rule;
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

/// The alerts: list, one, acknowledge, close (SUV-01).
@Controller
@RequestMapping(SupervisionController.PAGE)
class SupervisionController {
    static final String PAGE = "/agent/supervision";
    static final String ID = "/{id:[0-9a-f-]{36}}";
    static final int SIZE = 30;

    private final Pages pages;
    private final AlertDesk desk;

    SupervisionController(Pages pages, AlertDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    static Operator operator(AgentSession who) {
        return new Operator(who.id(), who.displayName());
    }

    static Optional<UUID> after(Form filter) {
        return Optional.of(filter.value("apres"))
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }

    static <E extends Enum<E>> Optional<E> chosen(E[] values, String text) {
        return Arrays.stream(values).filter(value -> value.name().equals(text)).findFirst();
    }

    @GetMapping
    View alerts(@AuthenticationPrincipal AgentSession who, @RequestParam MultiValueMap<String, String> asked) {
        Form filter = Form.of(asked);
        Page<Alert> found = desk.newest(
                operator(who),
                chosen(Alert.State.values(), filter.value("etat")),
                chosen(Rule.Code.values(), filter.value("regle")),
                after(filter),
                SIZE);
        AlertDesk.Overview overview = desk.overview();
        return pages.show(new AlertsPage(
                filter,
                found.items().stream().map(AlertLine::of).toList(),
                found.next(),
                overview.openAlerts(),
                overview.waitingCases(),
                HoursChart.of(overview)));
    }

    @GetMapping("/alertes" + ID)
    View alert(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return show(who, id, Form.EMPTY);
    }

    @PostMapping("/alertes" + ID + "/prendre")
    View acknowledge(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(desk.acknowledge(operator(who), id), who, id, Form.EMPTY, SupervisionText.ACKNOWLEDGED_DONE);
    }

    @PostMapping("/alertes" + ID + "/cloturer")
    View close(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        return after(
                desk.close(operator(who), id, form.value("commentaire")), who, id, form, SupervisionText.CLOSED_DONE);
    }

    private View after(Outcome<Alert> outcome, AgentSession who, UUID id, Form form, SupervisionText done) {
        return switch (outcome) {
            case Outcome.Done<Alert> _ -> pages.redirect(PAGE + "/alertes/" + id, Notice.success(done));
            case Outcome.Refused<Alert>(Problem problem, String _) -> refused(problem, who, id, form);
        };
    }

    private View refused(Problem problem, AgentSession who, UUID id, Form form) {
        return switch (problem) {
            case REQUIRED_ELEMENT_MISSING -> show(who, id, form.wrong("commentaire", SupervisionText.NEEDS_COMMENT));
            case MALFORMED -> show(who, id, form.wrong("commentaire", SupervisionText.TOO_LONG));
            case TRANSITION_NOT_ALLOWED ->
                pages.redirect(PAGE + "/alertes/" + id, Notice.error(SupervisionText.MOVED_ON));
            default -> pages.refused(problem);
        };
    }

    private View show(AgentSession who, UUID id, Form form) {
        return switch (desk.open(operator(who), id)) {
            case Outcome.Done<Alert>(Alert alert) -> pages.show(new AlertPage(AlertLine.of(alert), form));
            case Outcome.Refused<Alert>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

package fr.monespacesante.portal.history;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.History;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.Documents;
import fr.monespacesante.supervision.Cases;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// "Report this access": a line of the history becomes a case for supervision (TRC-05).
@Controller
@RequestMapping(HistoryPage.ADDRESS + "/{id:[0-9a-f-]{36}}/signaler")
class ReportController {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Pages pages;
    private final OwnSpace own;
    private final History history;
    private final Documents documents;
    private final HistoryLines lines;
    private final Cases cases;

    ReportController(Pages pages, OwnSpace own, History history, Documents documents, HistoryLines lines, Cases cases) {
        this.pages = pages;
        this.own = own;
        this.history = history;
        this.documents = documents;
        this.lines = lines;
        this.cases = cases;
    }

    @GetMapping
    View ask(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        return show(request, who, id, Form.EMPTY);
    }

    @PostMapping
    View report(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        Outcome<UUID> reported = own.enter(
                request,
                who,
                new Act.ReadHistory(),
                visit -> line(visit, id).then(line -> cases.report(visit.id(), line, form.value("mots"))));
        return switch (reported) {
            case Outcome.Done<UUID> _ -> pages.redirect(HistoryPage.ADDRESS, Notice.success(HistoryText.REPORT_DONE));
            case Outcome.Refused<UUID>(Problem problem, String _) ->
                switch (problem) {
                    case MALFORMED -> show(request, who, id, form.wrong("mots", HistoryText.REPORT_LONG));
                    case TRANSITION_NOT_ALLOWED ->
                        pages.redirect(HistoryPage.ADDRESS, Notice.error(HistoryText.REPORT_TWICE));
                    default -> pages.refused(Problem.NOT_FOUND);
                };
        };
    }

    private View show(HttpServletRequest request, CitizenSession who, String id, Form form) {
        Outcome<HistoryLine> found = own.enter(
                request,
                who,
                new Act.ReadHistory(),
                visit -> line(visit, id)
                        .map(line -> lines.of(visit, List.of(line), false).getFirst())
                        .then(line -> line.others() ? Outcome.done(line) : Outcome.refused(Problem.NOT_FOUND)));
        return switch (found) {
            case Outcome.Done<HistoryLine>(HistoryLine line) ->
                line.reported().isPresent()
                        ? pages.redirect(HistoryPage.ADDRESS, Notice.error(HistoryText.REPORT_TWICE))
                        : pages.show(new ReportPage(line, form));
            case Outcome.Refused<HistoryLine> _ -> pages.refused(Problem.NOT_FOUND);
        };
    }

    private Outcome<Traces.Numbered> line(Visit visit, String id) {
        return ID.matcher(id).matches()
                ? history.find(visit, ids -> documents.standing(visit, ids), UUID.fromString(id))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND))
                : Outcome.refused(Problem.NOT_FOUND);
    }
}

package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Preview;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// "See as Dr X": the list that the same rules give that professional, no more and no less.
@Controller
@RequestMapping(RightsPage.ADDRESS + "/voir-comme")
class PreviewController {
    private static final int PAGE = 20;

    private final Pages pages;
    private final OwnSpace own;
    private final Choices choices;
    private final Preview preview;
    private final Documents documents;

    PreviewController(Pages pages, OwnSpace own, Choices choices, Preview preview, Documents documents) {
        this.pages = pages;
        this.own = own;
        this.choices = choices;
        this.preview = preview;
        this.documents = documents;
    }

    @GetMapping
    View see(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        Form form = Form.of(asked);
        Optional<Rpps> rpps = Rpps.parse(form.value("rpps"));
        Outcome<PageModel> page = rpps.isEmpty()
                ? own.enter(
                        request,
                        who,
                        new Act.ReadRights(),
                        visit -> Outcome.done(ChoosePage.of(Purpose.PREVIEW, form, choices.of(visit, form))))
                : own.enter(request, who, new Act.PreviewAs(rpps.get()), visit -> Outcome.done(page(visit, form)));
        return switch (page) {
            case Outcome.Done<PageModel>(PageModel shown) -> pages.show(shown);
            case Outcome.Refused<PageModel>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private PageModel page(Visit visit, Form form) {
        Choice.One one = choices.chosen(visit, form).orElseThrow();
        visit.says(one.name());
        Caller.Professional professional = new Caller.Professional(
                new Rpps(one.rpps()),
                one.name(),
                one.profession(),
                Optional.empty(),
                Optional.empty(),
                one.structure(),
                new Caller.Purpose.Care(),
                "PORTAL");
        return switch (preview.as(visit, professional)) {
            case Outcome.Done<Visit>(Visit theirs) -> {
                DocumentQuery.Found found = documents.list(
                        theirs,
                        new DocumentQuery(
                                entry -> !entry.superseded(),
                                List.of(),
                                DocumentQuery.NEWEST_ARRIVAL,
                                DocumentId.parse(form.value("apres")),
                                PAGE));
                yield new PreviewPage(
                        one,
                        Optional.empty(),
                        found.documents().stream()
                                .map(entry -> DocumentRow.of(entry, visit.now()))
                                .toList(),
                        found.total(),
                        form.value("apres").isEmpty(),
                        found.next().map(last -> last.value().toString()));
            }
            case Outcome.Refused<Visit>(Problem problem, String _) ->
                new PreviewPage(one, Optional.of(why(visit, one, problem)), List.of(), 0, true, Optional.empty());
        };
    }

    private static RightsText why(Visit visit, Choice.One one, Problem problem) {
        if (visit.rights().blocks(new Rpps(one.rpps()))) {
            return RightsText.PREVIEW_BLOCKED;
        }
        return problem == Problem.CONSENT_NEEDED ? RightsText.PREVIEW_NO_AGREEMENT : RightsText.PREVIEW_NOTHING;
    }
}

package fr.monespacesante.portal.history;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.History;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The history on a page, thirty lines at a time.
@Controller
class HistoryController {
    private static final int PAGE = 30;

    private final Pages pages;
    private final OwnSpace own;
    private final History history;
    private final HistoryLines lines;
    private final Documents documents;

    HistoryController(Pages pages, OwnSpace own, History history, HistoryLines lines, Documents documents) {
        this.pages = pages;
        this.own = own;
        this.history = history;
        this.lines = lines;
        this.documents = documents;
    }

    @GetMapping(HistoryPage.ADDRESS)
    View history(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        HistoryFilter filter = HistoryFilter.of(Form.of(asked));
        Texts texts = new Texts(Pages.language(request));
        Outcome<HistoryPage> page = own.enter(request, who, new Act.ReadHistory(), visit -> {
            Predicate<Trace> wanted = wanted(visit, filter, texts, documents);
            Page<Traces.Numbered> found =
                    history.newest(visit, ids -> documents.standing(visit, ids), wanted, filter.after(), PAGE);
            return Outcome.done(new HistoryPage(
                    filter.form(),
                    lines.of(visit, found.items(), true),
                    found.next(),
                    title(visit, filter, documents),
                    filter.asked()));
        });
        return switch (page) {
            case Outcome.Done<HistoryPage>(HistoryPage shown) -> pages.show(shown);
            case Outcome.Refused<HistoryPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    /// Of the one document asked for; empty for all.
    static String title(Visit visit, HistoryFilter filter, Documents documents) {
        return filter.document()
                .map(document -> documents.known(visit, List.of(document)).get(document))
                .map(DocumentEntry::title)
                .orElse("");
    }

    static Predicate<Trace> wanted(Visit visit, HistoryFilter filter, Texts texts, Documents documents) {
        return filter.wanted(texts, filter.words().isEmpty() ? Map.of() : titles(visit, documents));
    }

    private static Map<DocumentId, String> titles(Visit visit, Documents documents) {
        DocumentQuery all = new DocumentQuery(
                entry -> true, List.of(), DocumentQuery.NEWEST_ARRIVAL, Optional.empty(), Integer.MAX_VALUE);
        return documents.list(visit, all).documents().stream()
                .collect(Collectors.toMap(DocumentEntry::id, DocumentEntry::title));
    }
}

package fr.monespacesante.portal.record;

import fr.monespacesante.access.Act;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list of documents (DOC-01, DOC-04).
@Controller
class DocumentsController {
    private final Pages pages;
    private final OwnSpace own;
    private final Documents documents;

    DocumentsController(Pages pages, OwnSpace own, Documents documents) {
        this.pages = pages;
        this.own = own;
        this.documents = documents;
    }

    @GetMapping("/espace/documents")
    View list(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        Form filters = Form.of(asked);
        Outcome<DocumentsPage> page = own.enter(request, who, new Act.ListDocuments(), visit -> {
            Wanted wanted = new Wanted(filters, visit.now());
            DocumentQuery.Found found = documents.list(visit, wanted.query());
            List<DocumentRow> rows = found.documents().stream()
                    .map(entry -> DocumentRow.of(entry, visit.now()))
                    .toList();
            return Outcome.done(new DocumentsPage(
                    filters,
                    rows,
                    found.total(),
                    found.next().map(last -> last.value().toString()),
                    List.copyOf(wanted.authors())));
        });
        return switch (page) {
            case Outcome.Done<DocumentsPage>(DocumentsPage shown) -> pages.show(shown);
            case Outcome.Refused<DocumentsPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

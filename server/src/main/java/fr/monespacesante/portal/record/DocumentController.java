package fr.monespacesante.portal.record;

import fr.monespacesante.access.Act;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.SpaceKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One document: read, downloaded, hidden, shown again, deleted (DOC-05 to DOC-07).
@Controller
@RequestMapping("/espace/documents/{id:[0-9a-f-]{36}}")
class DocumentController {
    private static final DocumentId NOTHING = new DocumentId(new UUID(0, 0));

    private final Pages pages;
    private final OwnSpace own;
    private final Documents documents;
    private final Readings readings;
    private final DocumentFiles files;
    private final Clock clock;

    DocumentController(
            Pages pages, OwnSpace own, Documents documents, Readings readings, DocumentFiles files, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.documents = documents;
        this.readings = readings;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    View show(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        return switch (open(request, who, id)) {
            case Outcome.Done<OpenDocument>(OpenDocument document) -> page(document);
            case Outcome.Refused<OpenDocument>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private View page(OpenDocument document) {
        DocumentEntry entry = document.entry();
        try {
            DocumentRow row = DocumentRow.of(entry, clock.instant());
            return pages.show(new DocumentPage(entry, row, readings.shown(document, row.address())));
        } catch (SpaceKey.DamagedStream damaged) {
            return pages.show(new DamagedPage(), HttpStatus.INTERNAL_SERVER_ERROR);
        } catch (IOException missing) {
            return pages.show(new DamagedPage(), HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    /// The document itself, to be shown in its page or on its own.
    @GetMapping("/contenu")
    void content(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id)
            throws IOException {
        files.send(response, open(request, who, id), false);
    }

    @GetMapping("/telecharger")
    void download(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id)
            throws IOException {
        files.send(response, open(request, who, id), true);
    }

    /// What a CDA encapsulates as its body.
    @GetMapping("/corps")
    void body(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id)
            throws IOException {
        files.part(response, open(request, who, id), Optional.empty());
    }

    /// A document or image that a CDA carries, by its place.
    @GetMapping("/media/{place:[0-9]{1,4}}")
    void media(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable int place)
            throws IOException {
        files.part(response, open(request, who, id), Optional.of(place));
    }

    @PostMapping("/masquer")
    View hide(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam long version) {
        return change(request, who, id, version, true);
    }

    @PostMapping("/montrer")
    View unhide(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam long version) {
        return change(request, who, id, version, false);
    }

    private View change(HttpServletRequest request, CitizenSession who, String id, long version, boolean hidden) {
        DocumentId document = id(id);
        Outcome<DocumentEntry> changed = own.enter(
                request,
                who,
                new Act.ChangeDocument(document),
                visit -> documents
                        .find(visit, document)
                        .then(entry -> entry.version() == version
                                ? documents.change(visit, document, Documents.Change.hide(entry, hidden))
                                : Outcome.refused(Problem.VERSION_MISMATCH)));
        return switch (changed) {
            case Outcome.Done<DocumentEntry> _ ->
                pages.redirect(
                        "/espace/documents/" + id,
                        Notice.success(hidden ? DocumentText.DONE_HIDDEN : DocumentText.DONE_SHOWN));
            case Outcome.Refused<DocumentEntry>(Problem problem, String _) -> refused(id, problem);
        };
    }

    @GetMapping("/supprimer")
    View ask(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        DocumentId document = id(id);
        Outcome<DeletePage> page = own.enter(
                request,
                who,
                new Act.ListDocuments(),
                visit -> documents
                        .find(visit, document)
                        .then(entry -> DocumentRow.mine(entry)
                                ? Outcome.done(new DeletePage(DocumentRow.of(entry, visit.now()), entry.version()))
                                : Outcome.refused(Problem.NOT_FOUND)));
        return switch (page) {
            case Outcome.Done<DeletePage>(DeletePage question) -> pages.show(question);
            case Outcome.Refused<DeletePage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping("/supprimer")
    View delete(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam long version) {
        DocumentId document = id(id);
        Outcome<DocumentEntry> deleted = own.enter(
                request,
                who,
                new Act.DeleteDocument(document),
                visit -> documents.delete(visit, document, Optional.of(version)));
        return switch (deleted) {
            case Outcome.Done<DocumentEntry> _ ->
                pages.redirect("/espace/documents", Notice.success(DocumentText.DONE_DELETED));
            case Outcome.Refused<DocumentEntry>(Problem problem, String _) -> refused(id, problem);
        };
    }

    private View refused(String id, Problem problem) {
        return problem == Problem.VERSION_MISMATCH
                ? pages.redirect("/espace/documents/" + id, Notice.error(DocumentText.ERROR_STALE))
                : pages.refused(problem);
    }

    private Outcome<OpenDocument> open(HttpServletRequest request, CitizenSession who, String id) {
        DocumentId document = id(id);
        return own.enter(request, who, new Act.ReadDocument(document), visit -> documents.open(visit, document));
    }

    /// What is no id is the id of nothing.
    private static DocumentId id(String text) {
        return DocumentId.parse(text).orElse(NOTHING);
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.DamagedPage;
import fr.monespacesante.portal.record.DocumentFiles;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.portal.record.Readings;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One document, for a professional: read, downloaded, and by who made it announced, archived, deleted (DOC-05 to
/// DOC-11).
@Controller
@RequestMapping("/pro/patient/{patient:[0-9a-f-]{36}}/documents/{id:[0-9a-f-]{36}}")
class ProDocumentController {
    private static final DocumentId NOTHING = new DocumentId(new UUID(0, 0));

    private final Pages pages;
    private final ProDoor door;
    private final ProRefusals refusals;
    private final Documents documents;
    private final Readings readings;
    private final DocumentFiles files;

    ProDocumentController(
            Pages pages,
            ProDoor door,
            ProRefusals refusals,
            Documents documents,
            Readings readings,
            DocumentFiles files) {
        this.pages = pages;
        this.door = door;
        this.refusals = refusals;
        this.documents = documents;
        this.readings = readings;
        this.files = files;
    }

    @GetMapping
    View show(Bedside at, @PathVariable String id) {
        return switch (open(at, id)) {
            case Outcome.Done<OpenDocument>(OpenDocument document) -> page(at, document);
            case Outcome.Refused<OpenDocument>(Problem problem, String _) ->
                refusals.of(at, problem, at.patient().address());
        };
    }

    private View page(Bedside at, OpenDocument document) {
        DocumentEntry entry = document.entry();
        boolean own = Synthesis.own(entry, at.who().professional().rpps());
        DocumentRow row = DocumentRow.of(entry, own, false, at.patient().documents());
        try {
            return pages.show(
                    new ProDocumentPage(at.patient(), entry, row, readings.shown(document, row.address()), own));
        } catch (IOException damagedOrMissing) {
            return pages.show(new DamagedPage(), HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    /// The document itself, to be shown in its page or on its own.
    @GetMapping("/contenu")
    void content(HttpServletResponse response, Bedside at, @PathVariable String id) throws IOException {
        files.send(response, open(at, id), false);
    }

    @GetMapping("/telecharger")
    void download(HttpServletResponse response, Bedside at, @PathVariable String id) throws IOException {
        files.send(response, open(at, id), true);
    }

    /// What a CDA encapsulates as its body.
    @GetMapping("/corps")
    void body(HttpServletResponse response, Bedside at, @PathVariable String id) throws IOException {
        files.part(response, open(at, id), Optional.empty());
    }

    /// A document or image that a CDA carries, by its place.
    @GetMapping("/media/{place:[0-9]{1,4}}")
    void media(HttpServletResponse response, Bedside at, @PathVariable String id, @PathVariable int place)
            throws IOException {
        files.part(response, open(at, id), Optional.of(place));
    }

    /// The patient has been told: from now on they see it (DOC-09).
    @PostMapping("/annoncer")
    View announce(Bedside at, @PathVariable String id, @RequestParam long version) {
        return change(at, id, ProText.DONE_ANNOUNCED, entry -> {
            Set<Mark> marks = new HashSet<>(entry.marks());
            marks.remove(Mark.INVISIBLE_PATIENT);
            return new Documents.Change(
                    Optional.of(version), Optional.empty(), Optional.empty(), Optional.of(marks), Optional.empty());
        });
    }

    /// Archives a document, or takes it back.
    @PostMapping("/archiver")
    View archive(Bedside at, @PathVariable String id, @RequestParam long version) {
        return change(
                at,
                id,
                ProText.DONE_ARCHIVED,
                entry -> new Documents.Change(
                        Optional.of(version),
                        Optional.empty(),
                        Optional.of(!entry.archived()),
                        Optional.empty(),
                        Optional.empty()));
    }

    private interface Wish {
        Documents.Change of(DocumentEntry entry);
    }

    private View change(Bedside at, String id, ProText done, Wish wish) {
        DocumentId document = id(id);
        Outcome<DocumentEntry> changed = door.enter(
                at,
                new Act.ChangeDocument(document),
                visit -> documents
                        .find(visit, document)
                        .then(entry -> documents.change(visit, document, wish.of(entry))));
        String back = at.patient().documents() + id;
        return switch (changed) {
            case Outcome.Done<DocumentEntry> _ -> pages.redirect(back, Notice.success(done));
            case Outcome.Refused<DocumentEntry>(Problem problem, String _) -> refusals.of(at, problem, back);
        };
    }

    @GetMapping("/supprimer")
    View ask(Bedside at, @PathVariable String id) {
        DocumentId document = id(id);
        Outcome<DocumentEntry> found =
                door.enter(at, new Act.ReadDocument(document), visit -> documents.find(visit, document));
        String back = at.patient().documents() + id;
        return switch (found) {
            case Outcome.Done<DocumentEntry>(DocumentEntry entry) -> {
                boolean own = Synthesis.own(entry, at.who().professional().rpps());
                yield own
                        ? pages.show(new ProDeletePage(
                                at.patient(),
                                DocumentRow.of(entry, true, false, at.patient().documents()),
                                entry.version()))
                        : refusals.of(at, Problem.NOT_THE_AUTHOR, back);
            }
            case Outcome.Refused<DocumentEntry>(Problem problem, String _) -> refusals.of(at, problem, back);
        };
    }

    @PostMapping("/supprimer")
    View delete(Bedside at, @PathVariable String id, @RequestParam long version) {
        DocumentId document = id(id);
        Outcome<DocumentEntry> deleted = door.enter(
                at, new Act.DeleteDocument(document), visit -> documents.delete(visit, document, Optional.of(version)));
        return switch (deleted) {
            case Outcome.Done<DocumentEntry> _ ->
                pages.redirect(at.patient().address(), Notice.success(ProText.DONE_DELETED));
            case Outcome.Refused<DocumentEntry>(Problem problem, String _) ->
                refusals.of(at, problem, at.patient().documents() + id);
        };
    }

    private Outcome<OpenDocument> open(Bedside at, String id) {
        DocumentId document = id(id);
        return door.enter(at, new Act.ReadDocument(document), visit -> documents.open(visit, document));
    }

    /// What is no id is the id of nothing.
    private static DocumentId id(String text) {
        return DocumentId.parse(text).orElse(NOTHING);
    }
}

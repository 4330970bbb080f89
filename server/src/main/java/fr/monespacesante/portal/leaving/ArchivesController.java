package fr.monespacesante.portal.leaving;

import fr.monespacesante.archive.ArchiveDesk;
import fr.monespacesante.archive.ArchiveRequest;
import fr.monespacesante.archive.Archivist;
import fr.monespacesante.identity.AgentArea;
import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.agent.AgentTile;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.OpenDocument;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Where archivists open a closed space, two together (ENR-12).
@Controller
@RequestMapping(ArchivesPage.ADDRESS)
class ArchivesController {
    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final Pages pages;
    private final ArchiveDesk desk;

    ArchivesController(Pages pages, ArchiveDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    View all() {
        return pages.show(new ArchivesPage(desk.newest(), Form.EMPTY));
    }

    @PostMapping
    View ask(@AuthenticationPrincipal AgentSession who, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields)
                .needs("reason", ArchiveText.NEEDS_REASON)
                .needs("action", ArchiveText.NEEDS_ACTION)
                .needs("ins", ArchiveText.UNKNOWN);
        if (!form.valid()) {
            return pages.show(new ArchivesPage(desk.newest(), form));
        }
        return switch (desk.request(archivist(who), form.value("ins"), form.value("reason"), form.value("action"))) {
            case Outcome.Done<UUID>(UUID id) -> pages.redirect(ArchivesPage.ADDRESS + "/" + id);
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                pages.show(new ArchivesPage(
                        desk.newest(),
                        problem == Problem.NOT_FOUND
                                ? form.wrong("ins", ArchiveText.UNKNOWN)
                                : form.wrong(
                                        where,
                                        where.equals("reason") ? ArchiveText.NEEDS_REASON : ArchiveText.NEEDS_ACTION)));
        };
    }

    @GetMapping(ID)
    View one(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return show(who, id, Form.EMPTY);
    }

    @PostMapping(ID + "/reponse")
    View answer(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer) {
        return switch (desk.answer(archivist(who), id, answer)) {
            case Outcome.Done<ArchiveRequest.State>(ArchiveRequest.State state) ->
                pages.redirect(
                        ArchivesPage.ADDRESS + "/" + id,
                        Notice.success(state == ArchiveRequest.State.OPEN ? ArchiveText.OPENED : ArchiveText.ANSWERED));
            case Outcome.Refused<ArchiveRequest.State>(Problem problem, String _) -> refused(problem, who, id);
        };
    }

    private View refused(Problem problem, AgentSession who, UUID id) {
        return switch (problem) {
            case CODE_WRONG -> show(who, id, Form.EMPTY.wrong("answer", ArchiveText.ANSWER_WRONG));
            case ONESELF -> show(who, id, Form.EMPTY.wrong("answer", ArchiveText.WAITS));
            case TRANSITION_NOT_ALLOWED ->
                pages.redirect(ArchivesPage.ADDRESS + "/" + id, Notice.error(ArchiveText.MOVED_ON));
            default -> pages.refused(problem);
        };
    }

    @PostMapping(ID + "/terminer")
    View end(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return switch (desk.end(archivist(who), id)) {
            case Outcome.Done<ArchiveRequest.State> _ -> pages.redirect(ArchivesPage.ADDRESS + "/" + id);
            case Outcome.Refused<ArchiveRequest.State>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @GetMapping(ID + "/documents")
    View documents(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        Optional<ArchiveRequest> request = desk.find(id);
        if (request.isEmpty()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        return switch (desk.list(archivist(who), id)) {
            case Outcome.Done<List<DocumentEntry>>(List<DocumentEntry> found) ->
                pages.show(new ArchiveDocumentsPage(request.get(), found));
            case Outcome.Refused<List<DocumentEntry>>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @GetMapping(ID + "/documents/{document:[0-9a-f-]{36}}")
    ResponseEntity<StreamingResponseBody> document(
            @AuthenticationPrincipal AgentSession who, @PathVariable UUID id, @PathVariable UUID document) {
        return switch (desk.open(archivist(who), id, new DocumentId(document))) {
            case Outcome.Done<OpenDocument>(OpenDocument open) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("piece-" + document)
                                        .build()
                                        .toString())
                        .body(out -> {
                            try (InputStream in = open.stream()) {
                                in.transferTo(out);
                            }
                        });
            case Outcome.Refused<OpenDocument> _ -> ResponseEntity.notFound().build();
        };
    }

    private View show(AgentSession who, UUID id, Form form) {
        return desk.find(id)
                .map(request -> pages.show(new ArchivePage(
                        request, desk.challenge(archivist(who), request), request.openedBy(archivist(who)), form)))
                .orElseGet(() -> pages.refused(Problem.NOT_FOUND));
    }

    private static Archivist archivist(AgentSession who) {
        return new Archivist(who.id(), who.displayName());
    }

    @Configuration(proxyBeanMethods = false)
    static class Desk {
        private static final String ROLE = "archivist";

        @Bean
        AgentArea archivesArea() {
            return new AgentArea(ArchivesPage.ADDRESS + "/**", ROLE);
        }

        @Bean
        AgentTile archivesTile() {
            return new AgentTile(ROLE, Section.ARCHIVES, ArchiveText.TILE, "fr-icon-archive-line");
        }
    }
}

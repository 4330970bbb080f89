package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.History;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The history as a file for a spreadsheet (TRC-02): every line, newest first, nothing left out.
@Controller
class HistoryExportController {
    private static final int MOST = 50_000;

    private final OwnSpace own;
    private final History history;
    private final Documents documents;

    HistoryExportController(OwnSpace own, History history, Documents documents) {
        this.own = own;
        this.history = history;
        this.documents = documents;
    }

    @GetMapping("/espace/historique.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        Texts texts = new Texts(Pages.language(request));
        Outcome<String> file = own.enter(request, who, new Act.ReadHistory(), visit -> {
            Page<Traces.Numbered> all =
                    history.newest(visit, ids -> documents.standing(visit, ids), trace -> true, Optional.empty(), MOST);
            List<String> lines = all.items().stream()
                    .map(numbered -> {
                        var trace = numbered.trace();
                        String title = trace.subject() != null
                                        && documents.find(visit, new DocumentId(trace.subject()))
                                                instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry)
                                ? entry.title()
                                : "";
                        return line(texts, HistoryLine.of(trace, title));
                    })
                    .toList();
            return Outcome.done(Stream.concat(Stream.of(texts.of(SpaceText.CSV_HEADER)), lines.stream())
                    .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n")));
        });
        return switch (file) {
            case Outcome.Done<String>(String text) ->
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("historique.csv")
                                        .build()
                                        .toString())
                        .body(text.getBytes(StandardCharsets.UTF_8));
            case Outcome.Refused<String> _ -> ResponseEntity.notFound().build();
        };
    }

    private static String line(Texts texts, HistoryLine line) {
        return Stream.of(
                        texts.machine(line.at()),
                        line.who().isEmpty() ? texts.of(SpaceText.YOU) : line.who(),
                        line.from(),
                        texts.of(line.act()),
                        line.title(),
                        line.right().map(texts::of).orElse(""),
                        line.refused() ? texts.of(SpaceText.REFUSED) : "",
                        line.reason())
                .map(HistoryExportController::cell)
                .collect(Collectors.joining(";"));
    }

    /// Quoted; what a spreadsheet would take for a formula is made text.
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}

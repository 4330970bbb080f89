package fr.monespacesante.portal.history;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.History;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The history as files to keep (TRC-02, TRC-05): every line that the filter lets through, newest first, nothing
/// drawn together.
@Controller
class HistoryExportController {
    private final OwnSpace own;
    private final History history;
    private final HistoryLines lines;
    private final Documents documents;
    private final HistoryPdf pdf;

    HistoryExportController(OwnSpace own, History history, HistoryLines lines, Documents documents, HistoryPdf pdf) {
        this.pdf = pdf;
        this.own = own;
        this.history = history;
        this.lines = lines;
        this.documents = documents;
    }

    @GetMapping(HistoryPage.ADDRESS + ".csv")
    ResponseEntity<byte[]> csv(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        Texts texts = new Texts(Pages.language(request));
        return switch (page(request, who, HistoryFilter.of(Form.of(asked)), texts)) {
            case Outcome.Done<HistoryPage>(HistoryPage page) ->
                file("text/csv;charset=UTF-8", "historique.csv", csv(texts, page.lines()));
            case Outcome.Refused<HistoryPage> _ -> ResponseEntity.notFound().build();
        };
    }

    /// The same as FHIR AuditEvent, for another program (TRC-04).
    @GetMapping(HistoryPage.ADDRESS + ".json")
    ResponseEntity<byte[]> json(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        Texts texts = new Texts(Pages.language(request));
        HistoryFilter filter = HistoryFilter.of(Form.of(asked));
        Outcome<byte[]> bundle = own.enter(
                request,
                who,
                new Act.ReadHistory(),
                visit -> Outcome.done(AuditEvents.bundle(all(visit, filter, texts), visit.now())));
        return switch (bundle) {
            case Outcome.Done<byte[]>(byte[] bytes) -> file("application/fhir+json", "historique.json", bytes);
            case Outcome.Refused<byte[]> _ -> ResponseEntity.notFound().build();
        };
    }

    /// Signed, so that whoever is shown it can check that nothing was changed (TRC-05).
    @GetMapping(HistoryPage.ADDRESS + ".pdf")
    ResponseEntity<byte[]> pdf(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        Texts texts = new Texts(Pages.language(request));
        return switch (page(request, who, HistoryFilter.of(Form.of(asked)), texts)) {
            case Outcome.Done<HistoryPage>(HistoryPage page) ->
                file("application/pdf", "historique.pdf", pdf.of(who.displayName(), page, texts));
            case Outcome.Refused<HistoryPage> _ -> ResponseEntity.notFound().build();
        };
    }

    private Outcome<HistoryPage> page(
            HttpServletRequest request, CitizenSession who, HistoryFilter filter, Texts texts) {
        return own.enter(
                request,
                who,
                new Act.ReadHistory(),
                visit -> Outcome.done(new HistoryPage(
                        filter.form(),
                        lines.of(visit, all(visit, filter, texts), false),
                        Optional.empty(),
                        HistoryController.title(visit, filter, documents),
                        filter.asked())));
    }

    private List<Traces.Numbered> all(Visit visit, HistoryFilter filter, Texts texts) {
        Predicate<Trace> wanted = HistoryController.wanted(visit, filter, texts, documents);
        return history.newest(visit, ids -> documents.standing(visit, ids), wanted, Optional.empty(), Integer.MAX_VALUE)
                .items();
    }

    private static ResponseEntity<byte[]> file(String type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static byte[] csv(Texts texts, List<HistoryLine> found) {
        return Stream.concat(
                        Stream.of(texts.of(HistoryText.CSV_HEADER)),
                        found.stream().map(line -> line(texts, line)))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Texts texts, HistoryLine line) {
        return Stream.of(
                        texts.machine(line.at()),
                        line.who().holder()
                                ? texts.of(HistoryText.YOU)
                                : line.who().name(),
                        line.who().from(),
                        line.who().rpps(),
                        texts.of(line.act()),
                        line.title().isEmpty()
                                ? line.whom()
                                : line.title() + (line.whom().isEmpty() ? "" : ", " + line.whom()),
                        line.right().map(texts::of).orElse(""),
                        line.refusal().map(texts::of).orElse(""),
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

package fr.monespacesante.portal.opposition;

import fr.monespacesante.account.Oppositions;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Opposes on line (ENR-04): card and code, then the proof.
@Controller
class OppositionController {
    private static final String KEY = "mes.opposition";
    private static final long MINUTE = 60;

    private final Pages pages;
    private final Oppositions oppositions;
    private final ProofPdf pdf;

    OppositionController(Pages pages, Oppositions oppositions, ProofPdf pdf) {
        this.pages = pages;
        this.oppositions = oppositions;
        this.pdf = pdf;
    }

    @GetMapping(OppositionPage.ADDRESS)
    View ask() {
        return pages.show(new OppositionPage(Form.EMPTY));
    }

    @PostMapping(OppositionPage.ADDRESS)
    View oppose(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields)
                .needs("ins", OppositionText.NEEDS_INS)
                .needs("serial", OppositionText.NEEDS_SERIAL)
                .needs("code", OppositionText.NEEDS_CODE);
        if (!form.valid()) {
            return pages.show(new OppositionPage(form));
        }
        Outcome<Oppositions.Proof> opposed = oppositions.oppose(
                form.value("ins"),
                form.value("serial").replaceAll("\\s", ""),
                form.value("code").strip(),
                request.getRemoteAddr());
        return switch (opposed) {
            case Outcome.Done<Oppositions.Proof>(Oppositions.Proof proof) -> {
                request.getSession().setAttribute(KEY, proof.reference());
                request.changeSessionId();
                yield pages.redirect(ProofPage.ADDRESS);
            }
            case Outcome.Refused<Oppositions.Proof>(Problem problem, String where) ->
                pages.show(new OppositionPage(form.wrong("code", message(problem, where))));
        };
    }

    @GetMapping(ProofPage.ADDRESS)
    View proof(HttpServletRequest request) {
        return kept(request)
                .map(proof -> pages.show(new ProofPage(proof)))
                .orElseGet(() -> pages.redirect(OppositionPage.ADDRESS));
    }

    @GetMapping(ProofPage.ADDRESS + ".pdf")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        Texts texts = new Texts(Pages.language(request));
        return kept(request)
                .map(proof -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("preuve-opposition.pdf")
                                        .build()
                                        .toString())
                        .body(pdf.of(proof, texts)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// @param reference filled in when a camera has read the code of a proof
    @GetMapping(VerifyPage.ADDRESS)
    View verify(@RequestParam(defaultValue = "") String reference) {
        return pages.show(new VerifyPage(Form.of(Map.of("reference", List.of(reference))), Optional.empty()));
    }

    @PostMapping(VerifyPage.ADDRESS)
    View verify(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("reference", OppositionText.NEEDS_REFERENCE);
        Optional<LocalDate> born = form.date("born");
        if (born.isEmpty()) {
            form = form.wrong("born", OppositionText.NEEDS_BIRTH_DATE);
        }
        if (!form.valid() || born.isEmpty()) {
            return pages.show(new VerifyPage(form, Optional.empty()));
        }
        return switch (oppositions.verify(form.value("reference"), born.get(), request.getRemoteAddr())) {
            case Outcome.Done<Oppositions.Checked>(Oppositions.Checked found) ->
                pages.show(new VerifyPage(form, Optional.of(found)));
            case Outcome.Refused<Oppositions.Checked>(Problem problem, String where) ->
                pages.show(new VerifyPage(
                        form.wrong(
                                "reference",
                                problem == Problem.TOO_MANY_ATTEMPTS
                                        ? message(problem, where)
                                        : OppositionText.NOT_GENUINE.plain()),
                        Optional.empty()));
        };
    }

    private Optional<Oppositions.Proof> kept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof String reference
                ? oppositions.proof(reference)
                : Optional.empty();
    }

    /// @param where the state of the space where it is too late, the seconds to wait after too many attempts
    private static Message message(Problem problem, String where) {
        return switch (problem) {
            case CODE_EXPIRED -> OppositionText.EXPIRED.plain();
            case TOO_MANY_ATTEMPTS -> OppositionText.SLOW.with((Long.parseLong(where) + MINUTE - 1) / MINUTE);
            case TRANSITION_NOT_ALLOWED -> tooLate(where).plain();
            default -> OppositionText.WRONG.plain();
        };
    }

    private static OppositionText tooLate(String state) {
        return switch (SpaceState.valueOf(state)) {
            case NOTIFIED, OPPOSED, OPEN -> OppositionText.TOO_LATE_OPEN;
            case ACTIVATED -> OppositionText.TOO_LATE_ACTIVATED;
            case CLOSED, DECEASED, ERASED -> OppositionText.TOO_LATE_CLOSED;
        };
    }
}

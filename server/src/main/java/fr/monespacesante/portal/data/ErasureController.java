package fr.monespacesante.portal.data;

import fr.monespacesante.access.Act;
import fr.monespacesante.identity.CitizenId;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Confirmation;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.ErasedPart;
import fr.monespacesante.record.Erasure;
import fr.monespacesante.record.Erasures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Definitive erasure of a part of one's data (ENR-18): choose, see what it would take, confirm with
/// the password, and follow it to its end.
@Controller
@RequestMapping(ErasurePage.ADDRESS)
class ErasureController {
    private static final DocumentQuery ALL = new DocumentQuery(
            entry -> true, java.util.List.of(), DocumentQuery.NEWEST_ARRIVAL, Optional.empty(), Integer.MAX_VALUE);

    private final Pages pages;
    private final OwnSpace own;
    private final Documents documents;
    private final Erasures erasures;
    private final Confirmation confirmation;

    ErasureController(Pages pages, OwnSpace own, Documents documents, Erasures erasures, Confirmation confirmation) {
        this.pages = pages;
        this.own = own;
        this.documents = documents;
        this.erasures = erasures;
        this.confirmation = confirmation;
    }

    @GetMapping
    View page(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(page(request, who, Form.EMPTY));
    }

    private Outcome<ErasurePage> page(HttpServletRequest request, CitizenSession who, Form form) {
        return own.enter(
                request,
                who,
                new Act.ListDocuments(),
                visit -> Outcome.done(
                        ErasurePage.of(form, documents.list(visit, ALL).documents(), erasures.of(visit), visit)));
    }

    /// The documents one by one, to choose from.
    @GetMapping("/choisir")
    View choose(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(own.enter(
                request,
                who,
                new Act.ListDocuments(),
                visit -> Outcome.done(ErasureChoosePage.of(
                        Form.EMPTY, documents.list(visit, ALL).documents()))));
    }

    /// What would be erased; nothing is.
    @PostMapping("/apercu")
    View preview(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        return preview(request, who, Form.of(fields));
    }

    private View preview(HttpServletRequest request, CitizenSession who, Form form) {
        ErasureWanted wanted = ErasureWanted.of(form);
        Optional<ErasedPart> part = wanted.part();
        if (part.isEmpty()) {
            return show(page(request, who, wanted.form()));
        }
        Outcome<Erasures.Reach> reach = own.enter(
                request, who, new Act.ListDocuments(), visit -> Outcome.done(erasures.reach(visit, part.get())));
        return switch (reach) {
            case Outcome.Done<Erasures.Reach>(Erasures.Reach found) ->
                found.documents().isEmpty()
                        ? show(page(request, who, wanted.form().wrong(wanted.field(), ErasureText.NOTHING)))
                        : pages.show(ErasurePreviewPage.of(wanted, found));
            case Outcome.Refused<Erasures.Reach>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping
    View ask(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        Optional<ErasedPart> part = ErasureWanted.of(form).part();
        if (part.isEmpty()) {
            return preview(request, who, form);
        }
        Form checked = form.has("compris", "oui") ? form : form.wrong("compris", ErasureText.NEEDS_UNDERSTOOD);
        if (checked.value("password").isEmpty()) {
            checked = checked.wrong("password", ErasureText.NEEDS_PASSWORD);
        } else if (checked.valid()) {
            Outcome<CitizenId> proven = confirmation.password(who.citizen(), new Secret<>(checked.value("password")));
            if (proven instanceof Outcome.Refused<CitizenId>(Problem problem, String _)) {
                checked = checked.wrong(
                        "password",
                        problem == Problem.TOO_MANY_ATTEMPTS ? ErasureText.TOO_MANY : ErasureText.PASSWORD_WRONG);
            }
        }
        if (!checked.valid()) {
            return preview(request, who, checked);
        }
        Outcome<Erasure> asked = own.enter(
                request, who, new Act.AskErasure(), visit -> erasures.ask(visit, part.get(), form.value("vu")));
        return switch (asked) {
            case Outcome.Done<Erasure> _ -> pages.redirect(ErasurePage.ADDRESS, Notice.success(ErasureText.ASKED));
            case Outcome.Refused<Erasure>(Problem problem, String _) -> refused(problem);
        };
    }

    private View refused(Problem problem) {
        return switch (problem) {
            case VERSION_MISMATCH, NOT_FOUND -> pages.redirect(ErasurePage.ADDRESS, Notice.error(ErasureText.CHANGED));
            default -> pages.refused(problem);
        };
    }

    @PostMapping("/annuler")
    View withdraw(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String demande) {
        if (!demande.matches("[0-9a-f-]{36}")) {
            return pages.redirect(ErasurePage.ADDRESS);
        }
        Outcome<UUID> withdrawn = own.enter(
                request, who, new Act.AskErasure(), visit -> erasures.withdraw(visit, UUID.fromString(demande)));
        return switch (withdrawn) {
            case Outcome.Done<UUID> _ -> pages.redirect(ErasurePage.ADDRESS, Notice.success(ErasureText.WITHDRAWN));
            case Outcome.Refused<UUID>(Problem problem, String _) ->
                problem == Problem.TRANSITION_NOT_ALLOWED
                        ? pages.redirect(ErasurePage.ADDRESS, Notice.error(ErasureText.TOO_LATE))
                        : pages.refused(problem);
        };
    }

    private <P extends PageModel> View show(Outcome<P> page) {
        return switch (page) {
            case Outcome.Done<P>(P shown) -> pages.show(shown);
            case Outcome.Refused<P>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

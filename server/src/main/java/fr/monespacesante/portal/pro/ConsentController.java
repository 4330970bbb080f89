package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Rights;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.DepositForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A professional declares the patient's agreement: for this consultation, or in the care team until a date (ACC-01).
@Controller
@RequestMapping("/pro/patient/{patient:[0-9a-f-]{36}}/accord")
class ConsentController {
    private static final String TEAM = "equipe";

    private final Pages pages;
    private final ProDoor door;
    private final ProRefusals refusals;
    private final Consents consents;

    ConsentController(Pages pages, ProDoor door, ProRefusals refusals, Consents consents) {
        this.pages = pages;
        this.door = door;
        this.refusals = refusals;
        this.consents = consents;
    }

    @GetMapping
    View ask(Bedside at) {
        return page(at, Form.EMPTY.with("duree", "consultation"));
    }

    @PostMapping
    View declare(Bedside at, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        if (!form.has("duree", "consultation") && !form.has("duree", TEAM)) {
            form = form.wrong("duree", ProText.NEED_DURATION);
        }
        Optional<LocalDate> last = form.date("fin");
        if (form.has("duree", TEAM) && last.isEmpty()) {
            form = form.wrong("fin", ProText.NEED_END);
        }
        if (!form.has("dit", "oui")) {
            form = form.wrong("dit", ProText.NEED_AGREEMENT);
        }
        if (!form.valid()) {
            return page(at, form);
        }
        Form typed = form;
        Act.DeclareConsent act =
                new Act.DeclareConsent(form.has("duree", TEAM) ? last.map(ConsentController::endOf) : Optional.empty());
        Outcome<Rights.Consent> declared = door.enter(at, act, visit -> consents.declare(visit, act));
        return switch (declared) {
            case Outcome.Done<Rights.Consent> _ ->
                pages.redirect(at.patient().address(), Notice.success(ProText.CONSENT_DONE));
            case Outcome.Refused<Rights.Consent>(Problem problem, String _) -> refused(at, typed, problem);
        };
    }

    private View refused(Bedside at, Form typed, Problem problem) {
        return switch (problem) {
            case END_IN_THE_PAST -> page(at, typed.wrong("fin", ProText.END_PAST));
            case END_TOO_FAR -> page(at, typed.wrong("fin", ProText.END_FAR));
            default -> refusals.of(at, problem, at.patient().address() + "/accord");
        };
    }

    /// The day itself is included.
    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(DepositForm.PARIS).toInstant();
    }

    private View page(Bedside at, Form form) {
        return pages.show(
                new ConsentPage(at.patient(), form, at.who().professional().regulation()));
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// An emergency: both conditions and a reason (ACC-05). It lasts until it is ended, the session is over, or an hour has
/// passed. A doctor of the SAMU regulates instead.
@Controller
@RequestMapping("/pro/patient/{patient:[0-9a-f-]{36}}")
class UrgencyController {
    private static final int LONGEST = 500;

    private final Pages pages;
    private final ProDoor door;
    private final ProRefusals refusals;
    private final Consulted consulted;

    UrgencyController(Pages pages, ProDoor door, ProRefusals refusals, Consulted consulted) {
        this.pages = pages;
        this.door = door;
        this.refusals = refusals;
        this.consulted = consulted;
    }

    @GetMapping("/urgence")
    View ask(Bedside at) {
        return pages.show(new UrgencyPage(at.patient(), Form.EMPTY, false));
    }

    @PostMapping("/urgence")
    View declare(HttpServletRequest request, Bedside at, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        if (!form.has("risque", "oui")) {
            form = form.wrong("risque", ProText.NEED_RISK);
        }
        if (!form.has("incapable", "oui")) {
            form = form.wrong("incapable", ProText.NEED_UNABLE);
        }
        form = reasoned(form);
        return form.valid()
                ? begin(request, at, false, form.value("motif").strip())
                : pages.show(new UrgencyPage(at.patient(), form, false));
    }

    @GetMapping("/regulation")
    View askRegulation(Bedside at) {
        return at.who().professional().regulation()
                ? pages.show(new UrgencyPage(at.patient(), Form.EMPTY, true))
                : pages.refused(Problem.NOT_FOUND);
    }

    @PostMapping("/regulation")
    View regulate(HttpServletRequest request, Bedside at, @RequestParam MultiValueMap<String, String> fields) {
        if (!at.who().professional().regulation()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        Form form = reasoned(Form.of(fields));
        return form.valid()
                ? begin(request, at, true, form.value("motif").strip())
                : pages.show(new UrgencyPage(at.patient(), form, true));
    }

    @PostMapping("/urgence/fin")
    View end(HttpServletRequest request, Bedside at) {
        consulted.put(request, at.patient().with(null));
        return pages.redirect("/pro", Notice.success(ProText.URGENCY_ENDED));
    }

    private static Form reasoned(Form form) {
        Form checked = form.needs("motif", ProText.NEED_REASON);
        return form.value("motif").length() > LONGEST ? checked.wrong("motif", ProText.LONG_REASON) : checked;
    }

    /// The state begins only when it opens the space: the first entry is the proof, and leaves its trace.
    private View begin(HttpServletRequest request, Bedside at, boolean regulation, String reason) {
        Patient urgent = at.patient().with(new Urgency(regulation, reason, consulted.now()));
        Bedside now = new Bedside(at.who(), urgent);
        Outcome<String> entered = door.enter(now, new Act.ListDocuments(), visit -> Outcome.done(""));
        return switch (entered) {
            case Outcome.Done<String> _ -> {
                consulted.put(request, urgent);
                yield pages.redirect(urgent.address());
            }
            case Outcome.Refused<String>(Problem problem, String _) ->
                refusals.of(at, problem, at.patient().address() + "/urgence");
        };
    }
}

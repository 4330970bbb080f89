package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A professional finds a patient by INS, with the birth traits confirmed: no list, no suggestion, and the same answer
/// for a person who is unknown and for traits that do not match (ACC-09).
@Controller
class PatientsController {
    private final Pages pages;
    private final ProDoor door;
    private final Consulted consulted;

    PatientsController(Pages pages, ProDoor door, Consulted consulted) {
        this.pages = pages;
        this.door = door;
        this.consulted = consulted;
    }

    @GetMapping("/pro")
    View home(HttpServletRequest request) {
        return pages.show(new PatientsPage(Form.EMPTY, consulted.all(request)));
    }

    @PostMapping("/pro/patient")
    View find(
            HttpServletRequest request,
            @AuthenticationPrincipal ProfessionalSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        Optional<Ins> ins = Ins.parse(form.value("ins"));
        Optional<LocalDate> born = form.date("born");
        if (ins.isEmpty()) {
            form = form.wrong("ins", form.value("ins").isBlank() ? ProText.NEED_INS : ProText.WRONG_INS);
        }
        form = form.needs("name", ProText.NEED_NAME);
        if (born.isEmpty()) {
            form = form.wrong("born", ProText.NEED_BORN);
        }
        if (!form.valid() || ins.isEmpty() || born.isEmpty()) {
            return pages.show(new PatientsPage(form, consulted.all(request)));
        }
        String name = form.value("name");
        LocalDate date = born.get();
        Outcome<Space> found = door.enter(who, ins.get(), new Act.FindSpace(), visit -> confirmed(visit, name, date));
        return switch (found) {
            case Outcome.Done<Space>(Space space) ->
                pages.redirect(consulted.keep(request, space).address());
            case Outcome.Refused<Space>(Problem problem, String _) ->
                pages.show(new PatientsPage(
                        form.wrong("ins", problem == Problem.ACCESS_REFUSED ? ProText.REFUSED : ProText.NOT_FOUND),
                        consulted.all(request)));
        };
    }

    private static Outcome<Space> confirmed(Visit visit, String name, LocalDate born) {
        Space space = visit.space();
        List<String> typed = SearchWords.of(name).words();
        boolean same = space.person().birthDate().equals(born)
                && typed.equals(SearchWords.of(space.person().birthFamilyName()).words());
        return same ? Outcome.done(space) : Outcome.refused(Problem.PATIENT_MISMATCH);
    }
}

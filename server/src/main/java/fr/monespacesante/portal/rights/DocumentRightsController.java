package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One document: who could see it today (ACC-10), and showing or hiding it for one professional (ACC-11).
@Controller
@RequestMapping("/espace/documents/{id:[0-9a-f-]{36}}")
class DocumentRightsController {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DocumentId NOTHING = new DocumentId(new UUID(0, 0));

    private final Pages pages;
    private final OwnSpace own;
    private final Documents documents;
    private final WhoPages words;
    private final Choices choices;
    private final Wishes wishes;

    DocumentRightsController(
            Pages pages, OwnSpace own, Documents documents, WhoPages words, Choices choices, Wishes wishes) {
        this.pages = pages;
        this.own = own;
        this.documents = documents;
        this.words = words;
        this.choices = choices;
        this.wishes = wishes;
    }

    @GetMapping("/qui")
    View who(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        return show(own.enter(
                request, who, new Act.ReadRights(), visit -> find(visit, id).map(entry -> words.of(visit, entry))));
    }

    @GetMapping("/pour")
    View ask(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> asked) {
        return choose(request, who, id, Form.of(asked));
    }

    @PostMapping("/pour")
    View decide(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        Optional<LocalDate> last = day(form.value("jusqu-au"));
        if (Rpps.parse(form.value("rpps")).isEmpty()) {
            form = form.wrong("q", RightsText.CHOOSE_SOMEBODY);
        } else if (!form.has("choix", "montrer") && !form.has("choix", "masquer")) {
            form = form.wrong("choix", RightsText.RULE_NEEDS_WAY);
        } else if (last.isEmpty() && !form.value("jusqu-au").isBlank()) {
            form = form.wrong("jusqu-au", RightsText.DATE_UNREADABLE);
        }
        if (!form.valid()) {
            return choose(request, who, id, form);
        }
        boolean shown = form.has("choix", "montrer");
        Optional<Instant> until =
                last.map(day -> day.plusDays(1).atStartOfDay(PARIS).toInstant());
        Form sent = form;
        Outcome<Rights> decided = own.enter(
                request,
                who,
                new Act.ChangeRights(shown ? Act.RightsChange.SHOW_TO_ONE : Act.RightsChange.HIDE_FROM_ONE),
                visit -> find(visit, id).then(entry -> {
                    visit.concerns(entry.id(), entry.facts());
                    Rights.Named named =
                            choices.chosen(visit, sent).orElseThrow().named(visit.now());
                    visit.says(named.name());
                    return wishes.decideFor(visit, entry.series(), named, shown, until);
                }));
        return switch (decided) {
            case Outcome.Done<Rights> _ ->
                pages.redirect(
                        "/espace/documents/" + id + "/qui",
                        Notice.success(shown ? RightsText.RULE_SHOWN : RightsText.RULE_HIDDEN));
            case Outcome.Refused<Rights>(Problem problem, String _) ->
                Wrong.in(sent, problem)
                        .map(wrong -> choose(request, who, id, wrong))
                        .orElseGet(() -> pages.refused(problem));
        };
    }

    @PostMapping("/pour/oublier")
    View forget(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam String rpps) {
        Optional<Rpps> known = Rpps.parse(rpps);
        if (known.isEmpty()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        Outcome<Rights> forgotten = own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.FORGET_ONE),
                visit -> find(visit, id).then(entry -> {
                    visit.concerns(entry.id(), entry.facts());
                    visit.says(name(visit.rights(), known.get()));
                    return wishes.forget(visit, entry.series(), known.get());
                }));
        return switch (forgotten) {
            case Outcome.Done<Rights> _ ->
                pages.redirect("/espace/documents/" + id + "/qui", Notice.success(RightsText.RULE_FORGOTTEN));
            case Outcome.Refused<Rights>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private View choose(HttpServletRequest request, CitizenSession who, String id, Form form) {
        String address = "/espace/documents/" + id;
        return show(own.enter(
                request,
                who,
                new Act.ReadRights(),
                visit -> find(visit, id)
                        .map(entry -> new ChoosePage(
                                Purpose.DOCUMENT,
                                address + "/pour",
                                address + "/qui",
                                form,
                                choices.of(visit, form),
                                entry.title(),
                                false))));
    }

    private static String name(Rights rights, Rpps rpps) {
        return rights.documentRules().stream()
                .map(Rights.DocumentRule::professional)
                .filter(named -> named.rpps().equals(rpps.value()))
                .map(Rights.Named::name)
                .findFirst()
                .orElse("");
    }

    private Outcome<DocumentEntry> find(Visit visit, String id) {
        return documents.find(visit, DocumentId.parse(id).orElse(NOTHING));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private <P extends PageModel> View show(Outcome<P> page) {
        return switch (page) {
            case Outcome.Done<P>(P shown) -> pages.show(shown);
            case Outcome.Refused<P>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

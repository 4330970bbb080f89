package fr.monespacesante.portal.family;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caregiving;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Caregiver;
import fr.monespacesante.account.Caregivers;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Measures;
import fr.monespacesante.account.OwnAccess;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Powers;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whom the holder lets help, and with what (REP-05).
@Controller
@RequestMapping(CaregiversPage.ADDRESS)
class CaregiversController {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Pages pages;
    private final OwnSpace own;
    private final Caregivers caregivers;
    private final Caregiving caregiving;
    private final OwnAccess ownAccess;
    private final Measures measures;

    CaregiversController(
            Pages pages,
            OwnSpace own,
            Caregivers caregivers,
            Caregiving caregiving,
            OwnAccess ownAccess,
            Measures measures) {
        this.ownAccess = ownAccess;
        this.measures = measures;
        this.pages = pages;
        this.own = own;
        this.caregivers = caregivers;
        this.caregiving = caregiving;
    }

    @GetMapping
    View all(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(request, who, visit -> Outcome.done(page(visit)));
    }

    private PageModel page(Visit visit) {
        boolean minor = visit.space().person().isMinorAt(visit.now());
        boolean holder = visit.right() == Right.HOLDER;
        return new CaregiversPage(
                caregivers.of(visit.id(), visit.now()),
                !(holder && minor) && (!holder || visit.space().standing().leftAt(visit.now()) == Powers.ALL),
                !holder && ownAccess.of(visit.space(), visit.now()) != OwnAccess.State.NOT_FOR_THIS_AGE,
                measures.of(visit.id(), visit.now()));
    }

    @GetMapping("/inviter")
    View ask(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(
                request,
                who,
                visit -> Outcome.done(
                        new CaregiverInvitePage(Form.of(Map.of("portee", List.of("oui"), "duree", List.of("HALF"))))));
    }

    @PostMapping("/inviter")
    View invite(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("nom", CaregiverText.NAME_NEEDED).needs("email", CaregiverText.EMAIL_WRONG);
        if (CaregiverWords.scopes(form).isEmpty()) {
            form = form.wrong("portee", CaregiverText.SCOPE_NEEDED);
        }
        return form.valid() ? invite(request, who, form) : show(request, who, wrong(form));
    }

    private static Function<Visit, Outcome<PageModel>> wrong(Form form) {
        return visit -> Outcome.done(new CaregiverInvitePage(form));
    }

    private View invite(HttpServletRequest request, CitizenSession who, Form form) {
        Outcome<Caregiver> invited = own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.NAME_CAREGIVER),
                visit -> lastDay(visit, form)
                        .map(last -> caregiving.invite(
                                visit,
                                new Caregivers.Asked(
                                        form.value("nom"), form.value("email"), CaregiverWords.scopes(form), last)))
                        .orElseGet(() -> Outcome.refused(Problem.END_IN_THE_PAST)));
        return switch (invited) {
            case Outcome.Done<Caregiver> _ ->
                pages.redirect(CaregiversPage.ADDRESS, Notice.success(CaregiverText.SENT));
            case Outcome.Refused<Caregiver>(Problem problem, String where) ->
                CaregiverWords.wrong(form, problem, where)
                        .map(wrong -> pages.show(new CaregiverInvitePage(wrong)))
                        .orElseGet(() -> pages.refused(problem));
        };
    }

    @GetMapping(ONE)
    View one(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable UUID id) {
        return show(request, who, visit -> found(visit, id).map(one -> change(one, Form.EMPTY)));
    }

    @PostMapping(ONE)
    View change(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        long version = form.value("version").matches("\\d{1,9}") ? Long.parseLong(form.value("version")) : 0;
        Outcome<Caregiver> changed = own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.CHANGE_CAREGIVER),
                visit -> found(visit, id)
                        .then(before -> caregiving.change(
                                visit,
                                id,
                                CaregiverWords.scopes(form),
                                lastDay(visit, form).orElse(before.lastDay()),
                                version)));
        return switch (changed) {
            case Outcome.Done<Caregiver> _ ->
                pages.redirect(CaregiversPage.ADDRESS, Notice.success(CaregiverText.CHANGED));
            case Outcome.Refused<Caregiver>(Problem problem, String where) ->
                CaregiverWords.wrong(form, problem, where)
                        .map(wrong ->
                                show(request, who, visit -> found(visit, id).map(one -> change(one, wrong))))
                        .orElseGet(() -> refused(problem, CaregiversPage.ADDRESS + "/" + id));
        };
    }

    @GetMapping(ONE + "/fin")
    View askEnd(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable UUID id) {
        return show(request, who, visit -> found(visit, id).map(CaregiverEndPage::new));
    }

    @PostMapping(ONE + "/fin")
    View end(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable UUID id) {
        return switch (own.enter(
                request,
                who,
                new Act.ChangeRights(Act.RightsChange.END_CAREGIVER),
                visit -> caregiving.end(visit, id))) {
            case Outcome.Done<Caregiver>(Caregiver before) ->
                pages.redirect(
                        CaregiversPage.ADDRESS,
                        Notice.success(
                                before.state() == Caregiver.State.ACTIVE
                                        ? CaregiverText.ENDED
                                        : CaregiverText.WITHDRAWN));
            case Outcome.Refused<Caregiver>(Problem problem, String _) -> refused(problem, CaregiversPage.ADDRESS);
        };
    }

    /// What somebody else did first is said, and nothing of this is kept.
    private View refused(Problem problem, String back) {
        return switch (problem) {
            case VERSION_MISMATCH -> pages.redirect(back, Notice.error(CaregiverText.MEANWHILE));
            case TRANSITION_NOT_ALLOWED ->
                pages.redirect(CaregiversPage.ADDRESS, Notice.error(CaregiverText.OVER_ALREADY));
            default -> pages.refused(problem);
        };
    }

    private Outcome<Caregiver> found(Visit visit, UUID id) {
        return caregivers.of(visit.id(), visit.now()).stream()
                .filter(one -> one.id().equals(id) && one.counts())
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
    }

    private static PageModel change(Caregiver one, Form form) {
        Form filled = form.values().isEmpty()
                ? Form.EMPTY
                        .with("portee", one.scopes().contains(Mandate.Scope.READ) ? "oui" : "")
                        .with("ajouter", one.scopes().contains(Mandate.Scope.ADD) ? "oui" : "")
                        .with("messages", one.scopes().contains(Mandate.Scope.MESSAGE) ? "oui" : "")
                        .with("duree", "KEEP")
                : form;
        return new CaregiverChangePage(one, filled);
    }

    private static Optional<LocalDate> lastDay(Visit visit, Form form) {
        Person holder = visit.space().person();
        Optional<LocalDate> latest = holder.isMinorAt(visit.now())
                ? Optional.of(holder.reaches(Person.MAJORITY).minusDays(1))
                : Optional.empty();
        return CaregiverWords.lastDay(form, LocalDate.ofInstant(visit.now(), FRANCE), latest);
    }

    private View show(HttpServletRequest request, CitizenSession who, Function<Visit, Outcome<PageModel>> page) {
        return switch (own.enter(request, who, new Act.ReadRights(), page)) {
            case Outcome.Done<PageModel>(PageModel model) -> pages.show(model);
            case Outcome.Refused<PageModel>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

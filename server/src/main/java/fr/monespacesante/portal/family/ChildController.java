package fr.monespacesante.portal.family;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Families;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Representation;
import fr.monespacesante.account.Space;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
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

/// The space of one's child, taken into use from one's own login (REP-01).
@Controller
@RequestMapping("/espace/personnes")
class ChildController {
    private static final String PEOPLE = "/espace/personnes";
    private static final String ONE = "/{id:[0-9a-f-]{36}}/activer";
    private static final String TERMS_VERSION = "2026-11";

    private final Pages pages;
    private final OwnSpace own;
    private final Mandates mandates;
    private final Families families;
    private final Clock clock;

    ChildController(Pages pages, OwnSpace own, Mandates mandates, Families families, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.mandates = mandates;
        this.families = families;
        this.clock = clock;
    }

    @GetMapping(ONE)
    View ask(@AuthenticationPrincipal CitizenSession who, @PathVariable UUID id) {
        return show(who, id, Form.EMPTY);
    }

    @PostMapping(ONE)
    View activate(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        if (!form.has("accept", "oui")) {
            return show(who, id, form.wrong("accept", FamilyText.ACCEPT_NEEDED));
        }
        return done(request, families.activate(caller(who), new SpaceId(id), TERMS_VERSION), form);
    }

    @GetMapping("/enfant")
    View code() {
        return pages.show(new ChildCodePage(Form.EMPTY));
    }

    @PostMapping("/enfant")
    View code(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields)
                .needs("ins", FamilyText.INS_NEEDED)
                .needs("serial", FamilyText.SERIAL_NEEDED)
                .needs("code", FamilyText.CODE_NEEDED);
        form = form.has("accept", "oui") ? form : form.wrong("accept", FamilyText.ACCEPT_NEEDED);
        if (!form.valid()) {
            return pages.show(new ChildCodePage(form));
        }
        Representation.Typed typed = new Representation.Typed(
                form.value("ins"),
                form.value("serial").replaceAll("\\s", ""),
                form.value("code").strip(),
                request.getRemoteAddr());
        return done(request, families.activate(caller(who), typed, TERMS_VERSION), form);
    }

    private View done(HttpServletRequest request, Outcome<Space> activated, Form form) {
        return switch (activated) {
            case Outcome.Done<Space> _ -> {
                own.refresh(request);
                yield pages.redirect(PEOPLE, Notice.success(FamilyText.ACTIVATED));
            }
            case Outcome.Refused<Space>(Problem problem, String where) -> refused(request, problem, where, form);
        };
    }

    private View refused(HttpServletRequest request, Problem problem, String where, Form form) {
        if (problem == Problem.NOT_FOUND) {
            return pages.refused(problem);
        }
        if (problem == Problem.TRANSITION_NOT_ALLOWED) {
            own.refresh(request);
            return pages.redirect(PEOPLE, Notice.success(FamilyText.ACTIVATED_ALREADY));
        }
        return pages.show(new ChildCodePage(form.wrong("code", refusal(problem, where))));
    }

    private static FamilyText refusal(Problem problem, String where) {
        return switch (problem) {
            case CODE_USED -> FamilyText.CODE_USED;
            case CODE_EXPIRED -> FamilyText.CODE_EXPIRED;
            case MINOR_NOT_ALONE -> FamilyText.CODE_MINOR;
            case TOO_MANY_ATTEMPTS -> FamilyText.CODE_SLOW;
            case ACCESS_REFUSED -> where.equals("age") ? FamilyText.CODE_ADULT : FamilyText.CODE_PARENTS;
            default -> FamilyText.CODE_WRONG;
        };
    }

    private View show(CitizenSession who, UUID id, Form form) {
        return mandates.of(who.space()).stream()
                .filter(one -> one.space().id().value().equals(id)
                        && one.holdsAt(clock.instant())
                        && one.mandate().kind() != Mandate.Kind.CAREGIVER)
                .findFirst()
                .map(one -> pages.show(new ActivateChildPage(
                        id.toString(), one.space().person().usedGivenName(), form)))
                .orElseGet(() -> pages.refused(Problem.NOT_FOUND));
    }

    private static Caller.Citizen caller(CitizenSession who) {
        return new Caller.Citizen(who.space(), who.displayName(), false, "PORTAL");
    }
}

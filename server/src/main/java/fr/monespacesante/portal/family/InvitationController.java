package fr.monespacesante.portal.family;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Caregiving;
import fr.monespacesante.account.Caregiver;
import fr.monespacesante.account.Caregivers;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The other side: who is asked to help answers in their own name, from their own space, and may step down (REP-05).
/// The code of the link leaves the address at once and waits in the session until the sign-in is done.
@Controller
class InvitationController {
    private static final String ANSWER = OwnSpace.INVITATION_PAGE;
    private static final String PEOPLE = "/espace/personnes";
    private static final String LEAVE = PEOPLE + "/{id:[0-9a-f-]{36}}/arreter";

    private final Pages pages;
    private final OwnSpace own;
    private final Caregiving caregiving;
    private final Mandates mandates;

    InvitationController(Pages pages, OwnSpace own, Caregiving caregiving, Mandates mandates) {
        this.pages = pages;
        this.own = own;
        this.caregiving = caregiving;
        this.mandates = mandates;
    }

    @GetMapping("/aidant")
    View door(
            HttpServletRequest request,
            @AuthenticationPrincipal @Nullable Object who,
            @RequestParam(required = false) Optional<String> code) {
        if (code.isPresent()) {
            keep(request, code.get());
            return pages.redirect("/aidant");
        }
        return who instanceof CitizenSession ? pages.redirect(ANSWER) : pages.show(new InvitationDoorPage());
    }

    @GetMapping(ANSWER)
    View offer(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        Optional<String> code = kept(request);
        return code.isEmpty() ? pages.show(new InvitationCodePage(Form.EMPTY)) : answer(request, who, code.get());
    }

    @PostMapping(ANSWER)
    View offer(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String code) {
        Form form = Form.of(Map.of("code", List.of(code))).needs("code", CaregiverText.CODE_NEEDED);
        if (!form.valid()) {
            return pages.show(new InvitationCodePage(form));
        }
        keep(request, code);
        own.refresh(request);
        return answer(request, who, code);
    }

    @PostMapping(ANSWER + "/accepter")
    View accept(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        Optional<String> code = kept(request);
        if (code.isEmpty()) {
            return pages.redirect(ANSWER);
        }
        return switch (caregiving.accept(caller(who), code.get())) {
            case Outcome.Done<Caregivers.Offer> _ -> {
                forget(request);
                own.refresh(request);
                yield pages.redirect(PEOPLE, Notice.success(CaregiverText.ACCEPTED));
            }
            case Outcome.Refused<Caregivers.Offer>(Problem problem, String _) -> refused(request, problem);
        };
    }

    @PostMapping(ANSWER + "/refuser")
    View decline(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        Optional<String> code = kept(request);
        if (code.isEmpty()) {
            return pages.redirect(ANSWER);
        }
        return switch (caregiving.decline(caller(who), code.get())) {
            case Outcome.Done<Caregivers.Offer> _ -> {
                forget(request);
                yield pages.redirect(PEOPLE, Notice.success(CaregiverText.DECLINED));
            }
            case Outcome.Refused<Caregivers.Offer>(Problem problem, String _) -> refused(request, problem);
        };
    }

    @GetMapping(LEAVE)
    View askLeave(@AuthenticationPrincipal CitizenSession who, @PathVariable("id") UUID space) {
        return mandates.of(who.space()).stream()
                .filter(one ->
                        one.space().id().value().equals(space) && one.mandate().kind() == Mandate.Kind.CAREGIVER)
                .findFirst()
                .map(one -> pages.show(
                        new LeavePage(space.toString(), one.space().person().displayName())))
                .orElseGet(() -> pages.refused(Problem.NOT_FOUND));
    }

    @PostMapping(LEAVE)
    View leave(
            HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable("id") UUID space) {
        return switch (caregiving.leave(caller(who), new SpaceId(space))) {
            case Outcome.Done<Caregiver> _ -> {
                own.comeBack(request);
                yield pages.redirect(PEOPLE, Notice.success(CaregiverText.LEFT));
            }
            case Outcome.Refused<Caregiver>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private View answer(HttpServletRequest request, CitizenSession who, String code) {
        return switch (caregiving.offer(caller(who), code)) {
            case Outcome.Done<Caregivers.Offer>(Caregivers.Offer offer) -> pages.show(new InvitationPage(offer));
            case Outcome.Refused<Caregivers.Offer>(Problem problem, String _) -> refused(request, problem);
        };
    }

    private View refused(HttpServletRequest request, Problem problem) {
        forget(request);
        return pages.show(new InvitationCodePage(Form.EMPTY.wrong("code", CaregiverWords.refusal(problem))));
    }

    private static Caller.Citizen caller(CitizenSession who) {
        return new Caller.Citizen(who.space(), who.displayName(), false, "PORTAL", who.assistant());
    }

    private static void keep(HttpServletRequest request, String code) {
        OwnSpace.invite(request, code);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(OwnSpace.INVITATION) instanceof String code
                ? Optional.of(code)
                : Optional.empty();
    }

    private static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(OwnSpace.INVITATION);
    }
}

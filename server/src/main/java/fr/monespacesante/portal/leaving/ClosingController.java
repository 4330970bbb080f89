package fr.monespacesante.portal.leaving;

import fr.monespacesante.access.Act;
import fr.monespacesante.account.Closing;
import fr.monespacesante.account.Closings;
import fr.monespacesante.identity.CitizenId;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Confirmation;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Closes the space that the session shows: one's own, a child's, a protected adult's (ENR-11).
@Controller
class ClosingController {
    private static final String CODE = "mes.closing.code";

    private final Pages pages;
    private final OwnSpace own;
    private final Closings closings;
    private final Confirmation confirmation;

    ClosingController(Pages pages, OwnSpace own, Closings closings, Confirmation confirmation) {
        this.pages = pages;
        this.own = own;
        this.closings = closings;
        this.confirmation = confirmation;
    }

    @GetMapping(ClosePage.ADDRESS)
    View close(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return forThoseWhoMay(request, who, () -> pages.show(new ClosePage(own.name(request, who), Form.EMPTY)));
    }

    @PostMapping(ClosePage.ADDRESS)
    View choose(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        return switch (form.value("choix")) {
            case ClosePage.KEEP, ClosePage.ERASE ->
                pages.redirect(CloseConfirmPage.ADDRESS + "?choix=" + form.value("choix"));
            default ->
                forThoseWhoMay(
                        request,
                        who,
                        () -> pages.show(
                                new ClosePage(own.name(request, who), form.wrong("choix", LeavingText.CHOICE_NEEDED))));
        };
    }

    @GetMapping(CloseConfirmPage.ADDRESS)
    View confirm(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String choix) {
        return forThoseWhoMay(request, who, () -> pages.show(page(request, who, choix, Form.EMPTY)));
    }

    @PostMapping(CloseConfirmPage.ADDRESS + "/code")
    View code(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String choix) {
        return switch (confirmation.send(who.citizen())) {
            case Outcome.Done<UUID>(UUID sent) -> {
                request.getSession().setAttribute(CODE, sent);
                yield pages.redirect(
                        CloseConfirmPage.ADDRESS + "?choix=" + known(choix), Notice.success(LeavingText.CODE_SENT));
            }
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                pages.show(page(request, who, choix, Form.EMPTY.wrong("password", wrong(problem, where))));
        };
    }

    @PostMapping(CloseConfirmPage.ADDRESS)
    View close(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        String choice = Form.of(fields).value("choix");
        Form form = Form.of(Map.of("choix", List.of(choice)));
        String password = Form.of(fields).value("password");
        String code = Form.of(fields).value("code");
        if (!choice.equals(ClosePage.KEEP) && !choice.equals(ClosePage.ERASE)) {
            return pages.redirect(ClosePage.ADDRESS);
        }
        if (password.isEmpty() && code.isBlank()) {
            return pages.show(page(request, who, choice, form.wrong("password", LeavingText.NEEDED)));
        }
        Outcome<CitizenId> proven = password.isEmpty()
                ? byCode(request, who, code)
                : confirmation.password(who.citizen(), new Secret<>(password));
        return switch (proven) {
            case Outcome.Done<CitizenId> _ -> closeNow(request, who, choice.equals(ClosePage.ERASE));
            case Outcome.Refused<CitizenId>(Problem problem, String where) ->
                pages.show(page(
                        request,
                        who,
                        choice,
                        form.wrong(password.isEmpty() ? "code" : "password", wrong(problem, where))));
        };
    }

    private Outcome<CitizenId> byCode(HttpServletRequest request, CitizenSession who, String code) {
        return request.getSession().getAttribute(CODE) instanceof UUID sent
                ? confirmation.code(who.citizen(), sent, code)
                : Outcome.refused(Problem.CODE_EXPIRED, "code");
    }

    private View closeNow(HttpServletRequest request, CitizenSession who, boolean erase) {
        SpaceId space = own.space(request, who);
        boolean self = space.equals(who.space());
        Closings.Wish wish = new Closings.Wish(
                self ? Closings.Reason.HOLDER : Closings.Reason.REPRESENTATIVE, who.displayName(), erase);
        Outcome<Closing> outcome = own.enter(request, who, new Act.CloseSpace(), visit -> closings.close(space, wish));
        return switch (outcome) {
            case Outcome.Done<Closing>(Closing closing) -> {
                if (self) {
                    SecurityContextHolder.clearContext();
                    request.getSession().invalidate();
                } else {
                    own.backToOneself(request);
                }
                yield pages.redirect(ClosedPage.ADDRESS + "/" + closing.reference());
            }
            case Outcome.Refused<Closing>(Problem problem, String _) ->
                problem == Problem.TRANSITION_NOT_ALLOWED
                        ? pages.redirect("/espace/personnes", Notice.error(LeavingText.ALREADY))
                        : pages.refused(problem);
        };
    }

    /// A caregiver, or somebody whose mandate is over, is not even shown the question.
    private View forThoseWhoMay(HttpServletRequest request, CitizenSession who, Supplier<View> page) {
        return switch (own.enter(request, who, new Act.ReadRights(), visit -> Outcome.done(true))) {
            case Outcome.Done<Boolean> _ -> page.get();
            case Outcome.Refused<Boolean>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private CloseConfirmPage page(HttpServletRequest request, CitizenSession who, String choice, Form form) {
        return new CloseConfirmPage(
                own.name(request, who),
                choice.equals(ClosePage.ERASE),
                request.getSession().getAttribute(CODE) instanceof UUID,
                form);
    }

    private static String known(String choice) {
        return choice.equals(ClosePage.ERASE) ? ClosePage.ERASE : ClosePage.KEEP;
    }

    private static Message wrong(Problem problem, String where) {
        return switch (problem) {
            case TOO_MANY_ATTEMPTS -> LeavingText.WAIT.with(where);
            case CREDENTIALS_WRONG -> LeavingText.PASSWORD_WRONG.plain();
            default -> LeavingText.CODE_WRONG.plain();
        };
    }
}

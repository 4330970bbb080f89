package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page that says who may see what, and everything on it that one button ends or changes.
@Controller
@RequestMapping(RightsPage.ADDRESS)
class RightsController {
    private final Pages pages;
    private final OwnSpace own;
    private final RightsPages words;
    private final Consents consents;
    private final Blocks blocks;
    private final Wishes wishes;

    RightsController(Pages pages, OwnSpace own, RightsPages words, Consents consents, Blocks blocks, Wishes wishes) {
        this.pages = pages;
        this.own = own;
        this.words = words;
        this.consents = consents;
        this.blocks = blocks;
        this.wishes = wishes;
    }

    @GetMapping
    View rights(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        Texts texts = new Texts(Pages.language(request));
        Outcome<RightsPage> page =
                own.enter(request, who, new Act.ReadRights(), visit -> Outcome.done(words.of(visit, texts)));
        return switch (page) {
            case Outcome.Done<RightsPage>(RightsPage shown) -> pages.show(shown);
            case Outcome.Refused<RightsPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping("/accord")
    View end(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam UUID consent) {
        return change(request, who, Act.RightsChange.END_CONSENT, RightsText.CONSENT_ENDED, visit -> {
            visit.rights().consents().stream()
                    .filter(kept -> kept.id().equals(consent))
                    .forEach(kept -> visit.says(kept.professional().name()));
            return consents.end(visit, consent);
        });
    }

    @PostMapping("/debloquer")
    View unblock(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String rpps) {
        return forOne(request, who, Act.RightsChange.UNBLOCK, RightsText.UNBLOCKED, rpps, (visit, known) -> {
            says(visit, visit.rights().blocks(), known);
            return blocks.unblock(visit, known);
        });
    }

    @PostMapping("/messagerie/debloquer")
    View unblockSender(
            HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String adresse) {
        return change(
                request,
                who,
                Act.RightsChange.UNBLOCK_SENDER,
                RightsText.SENDER_UNBLOCKED,
                visit -> blocks.unblockSender(visit, adresse));
    }

    @PostMapping("/medecin-traitant/retirer")
    View withdraw(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return change(request, who, Act.RightsChange.WITHDRAW_TREATING_DOCTOR, RightsText.TREATING_WITHDRAWN, visit -> {
            Rights.Named doctor = visit.rights().treatingDoctor();
            if (doctor != null) {
                visit.says(doctor.name());
            }
            return wishes.withdrawTreatingDoctor(visit);
        });
    }

    @PostMapping("/alimentation/accepter")
    View accept(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String rpps) {
        return forOne(
                request, who, Act.RightsChange.ACCEPT_FEEDING, RightsText.FEEDING_ACCEPTED, rpps, (visit, known) -> {
                    says(visit, visit.rights().feedingRefused(), known);
                    return wishes.acceptFeeding(visit, known);
                });
    }

    /// A box that is not ticked is not sent.
    @PostMapping("/urgence")
    View emergencies(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(required = false) Optional<String> soignants,
            @RequestParam(required = false) Optional<String> samu,
            @RequestParam(required = false) Optional<String> masques) {
        return change(
                request,
                who,
                Act.RightsChange.SET_EMERGENCIES,
                RightsText.EMERGENCIES_SAVED,
                visit -> wishes.emergencies(visit, soignants.isPresent(), samu.isPresent(), masques.isPresent()));
    }

    private static void says(Visit visit, List<Rights.Block> among, Rpps rpps) {
        among.stream().filter(block -> block.rpps().equals(rpps.value())).forEach(block -> visit.says(block.name()));
    }

    private interface ForOne {
        Outcome<Rights> change(Visit visit, Rpps rpps);
    }

    private View forOne(
            HttpServletRequest request,
            CitizenSession who,
            Act.RightsChange what,
            RightsText done,
            String typed,
            ForOne body) {
        Optional<Rpps> rpps = Rpps.parse(typed);
        return rpps.isEmpty()
                ? pages.refused(Problem.NOT_FOUND)
                : change(request, who, what, done, visit -> body.change(visit, rpps.get()));
    }

    private View change(
            HttpServletRequest request,
            CitizenSession who,
            Act.RightsChange what,
            RightsText done,
            Function<Visit, Outcome<Rights>> body) {
        return switch (own.enter(request, who, new Act.ChangeRights(what), body)) {
            case Outcome.Done<Rights> _ -> pages.redirect(RightsPage.ADDRESS, Notice.success(done));
            case Outcome.Refused<Rights>(Problem problem, String _) ->
                problem == Problem.VERSION_MISMATCH
                        ? pages.redirect(RightsPage.ADDRESS, Notice.error(RightsText.MEANWHILE))
                        : pages.refused(problem);
        };
    }
}

package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The holder ends agreements, blocks and lets in again (ACC-01, ACC-03).
@Controller
@RequestMapping(RightsController.PAGE)
class RightsController {
    static final String PAGE = "/espace/parametres/acces";

    private final Pages pages;
    private final OwnSpace own;
    private final Consents consents;
    private final Blocks blocks;

    RightsController(Pages pages, OwnSpace own, Consents consents, Blocks blocks) {
        this.pages = pages;
        this.own = own;
        this.consents = consents;
        this.blocks = blocks;
    }

    @GetMapping
    View rights(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        Outcome<RightsPage> page = own.enter(
                request,
                who,
                new Act.ReadRights(),
                visit -> Outcome.done(new RightsPage(
                        visit.rights().consents().stream()
                                .filter(consent -> consent.holdsAt(visit.now()))
                                .toList(),
                        visit.rights().blocks())));
        return switch (page) {
            case Outcome.Done<RightsPage>(RightsPage shown) -> pages.show(shown);
            case Outcome.Refused<RightsPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping("/accord")
    View end(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam UUID consent) {
        return change(
                request,
                who,
                Act.RightsChange.END_CONSENT,
                SpaceText.CONSENT_ENDED,
                visit -> consents.end(visit, consent));
    }

    @GetMapping("/bloquer")
    View ask(@RequestParam MultiValueMap<String, String> asked) {
        return pages.show(new BlockPage(Form.of(asked)));
    }

    @PostMapping("/bloquer")
    View block(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields).needs("nom", SpaceText.BLOCK_NEEDS_NAME);
        Optional<Rpps> rpps = Rpps.parse(form.value("rpps").replaceAll("\\s", ""));
        if (rpps.isEmpty()) {
            form = form.wrong("rpps", SpaceText.BLOCK_NEEDS_RPPS);
        }
        if (!form.valid() || rpps.isEmpty()) {
            return pages.show(new BlockPage(form));
        }
        String name = form.value("nom").strip();
        return change(
                request,
                who,
                Act.RightsChange.BLOCK,
                SpaceText.BLOCKED,
                visit -> blocks.block(visit, rpps.get(), name, false));
    }

    @PostMapping("/debloquer")
    View unblock(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String rpps) {
        Optional<Rpps> known = Rpps.parse(rpps);
        return known.isEmpty()
                ? pages.refused(Problem.NOT_FOUND)
                : change(
                        request,
                        who,
                        Act.RightsChange.UNBLOCK,
                        SpaceText.UNBLOCKED,
                        visit -> blocks.unblock(visit, known.get()));
    }

    private View change(
            HttpServletRequest request,
            CitizenSession who,
            Act.RightsChange what,
            SpaceText done,
            Function<Visit, Outcome<Rights>> body) {
        return switch (own.enter(request, who, new Act.ChangeRights(what), body)) {
            case Outcome.Done<Rights> _ -> pages.redirect(PAGE, Notice.success(done));
            case Outcome.Refused<Rights>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}

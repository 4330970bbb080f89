package fr.monespacesante.portal.space;

import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whose space the pages show (REP-01).
@Controller
@RequestMapping("/espace/personnes")
class PeopleController {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int TOLD_FOR_YEARS = 1;

    private final Pages pages;
    private final OwnSpace own;
    private final Mandates mandates;
    private final Clock clock;

    PeopleController(Pages pages, OwnSpace own, Mandates mandates, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.mandates = mandates;
        this.clock = clock;
    }

    @GetMapping
    View people(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        own.refresh(request);
        Instant now = clock.instant();
        List<Mandates.Represented> all = mandates.of(who.space());
        SpaceId current = own.space(request, who);
        PeoplePage.Line me = new PeoplePage.Line(
                who.space().toString(),
                who.displayName(),
                current.equals(who.space()),
                Optional.empty(),
                Optional.empty());
        return pages.show(new PeoplePage(
                Stream.concat(
                                Stream.of(me),
                                lines(
                                        all,
                                        one -> one.holdsAt(now) && one.space().state() == SpaceState.ACTIVATED,
                                        current))
                        .toList(),
                lines(all, one -> one.holdsAt(now) && waits(one), current).toList(),
                all.stream()
                        .filter(one -> grown(one, now))
                        .map(one -> new PeoplePage.Grown(
                                one.space().person().usedGivenName(),
                                one.space().person().reaches(Person.MAJORITY)))
                        .toList()));
    }

    @PostMapping
    View choose(
            HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam String personne) {
        return own.choose(request, who, personne) ? pages.redirect("/espace") : pages.refused(Problem.NOT_FOUND);
    }

    private static boolean waits(Mandates.Represented one) {
        SpaceState state = one.space().state();
        return one.mandate().kind() != Mandate.Kind.CAREGIVER
                && (state == SpaceState.NOTIFIED || state == SpaceState.OPEN);
    }

    /// A parent is told for a year why a child is no longer in the list; never of one who is under protection.
    private static boolean grown(Mandates.Represented one, Instant now) {
        Person person = one.space().person();
        LocalDate since = person.reaches(Person.MAJORITY);
        return one.mandate().kind() == Mandate.Kind.LEGAL_REPRESENTATIVE
                && !one.space().standing().concealed()
                && !person.isMinorAt(now)
                && LocalDate.ofInstant(now, FRANCE).isBefore(since.plusYears(TOLD_FOR_YEARS));
    }

    private static Stream<PeoplePage.Line> lines(
            List<Mandates.Represented> all, Predicate<Mandates.Represented> which, SpaceId current) {
        return all.stream()
                .filter(which)
                .map(one -> new PeoplePage.Line(
                        one.space().id().toString(),
                        one.space().person().displayName(),
                        one.space().id().equals(current),
                        Optional.of(one.mandate().kind()),
                        one.mandate()
                                .until()
                                .map(end -> LocalDate.ofInstant(end, FRANCE).minusDays(1))));
    }
}

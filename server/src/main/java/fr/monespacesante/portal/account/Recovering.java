package fr.monespacesante.portal.account;

import fr.monespacesante.account.FranceConnectAccounts;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CitizenId;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.identity.Recovery;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Where somebody stands who has forgotten her login or password: kept in the session, ten minutes for each step.
@Component
final class Recovering {
    private static final String ASKED = "mes.recovery.asked";
    private static final String PROVEN = "mes.recovery.proven";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Pages pages;
    private final FranceConnectAccounts accounts;
    private final Recovery recovery;
    private final Clock clock;

    Recovering(Pages pages, FranceConnectAccounts accounts, Recovery recovery, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.recovery = recovery;
        this.clock = clock;
    }

    private record Proven(CitizenId citizen, Instant at) implements Serializable {}

    /// Somebody whom FranceConnect vouches for: known, or else her number is asked.
    View with(HttpServletRequest request, CivilIdentity identity) {
        return accounts.known(identity) instanceof Outcome.Done<Citizen>(Citizen citizen)
                ? known(request, citizen, identity.kind())
                : pages.redirect(RecoveryController.NUMBER);
    }

    /// The person is known: with FranceConnect a code as well, with FranceConnect+ nothing more.
    View known(HttpServletRequest request, Citizen citizen, FranceConnectKind kind) {
        if (!kind.needsSecondFactor()) {
            prove(request, citizen.id());
            return pages.redirect(RecoveryController.NEW);
        }
        return switch (recovery.askFor(citizen)) {
            case Outcome.Done<UUID>(UUID id) -> {
                asked(request, id);
                yield pages.redirect(RecoveryController.CODE);
            }
            case Outcome.Refused<UUID>(Problem problem, String where) ->
                pages.show(new NumberPage(Form.EMPTY.wrong("ins", Refusals.message(problem, where))));
        };
    }

    void asked(HttpServletRequest request, UUID id) {
        request.getSession().setAttribute(ASKED, id);
    }

    Optional<UUID> asked(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ASKED) instanceof UUID id ? Optional.of(id) : Optional.empty();
    }

    void prove(HttpServletRequest request, CitizenId citizen) {
        request.getSession().removeAttribute(ASKED);
        request.changeSessionId();
        request.getSession().setAttribute(PROVEN, new Proven(citizen, clock.instant()));
    }

    Optional<CitizenId> proven(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PROVEN) instanceof Proven proven
                        && proven.at().plus(LIFE).isAfter(clock.instant())
                ? Optional.of(proven.citizen())
                : Optional.empty();
    }

    void done(HttpServletRequest request) {
        request.getSession().removeAttribute(PROVEN);
    }
}

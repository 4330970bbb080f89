package fr.monespacesante.access;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// The agreements that professionals declare and that the citizen sees and ends (ACC-01).
public final class Consents {
    /// One consultation ends by itself the same day at the latest.
    static final Duration CONSULTATION = Duration.ofHours(12);

    /// No agreement in the care team outlives this without being asked for again.
    static final Period LONGEST = Period.ofYears(1);

    private final RightsStore store;
    private final Ids ids;

    Consents(RightsStore store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /// Declares the agreement of the patient to the professional who visits.
    ///
    /// @return the agreement; refused at `until` as END_IN_THE_PAST or, beyond a year, as END_TOO_FAR
    public Outcome<Rights.Consent> declare(Visit visit, Act.DeclareConsent act) {
        if (!(visit.caller() instanceof Caller.Professional professional)) {
            return Outcome.refused(Problem.ACCESS_REFUSED);
        }
        Instant now = visit.now();
        Optional<Instant> asked = act.until();
        Instant latest = now.atOffset(ZoneOffset.UTC).plus(LONGEST).toInstant();
        if (asked.filter(until -> !until.isAfter(now)).isPresent()) {
            return Outcome.refused(Problem.END_IN_THE_PAST, "until");
        }
        if (asked.filter(until -> until.isAfter(latest)).isPresent()) {
            return Outcome.refused(Problem.END_TOO_FAR, "until");
        }
        Rights.Named named = new Rights.Named(
                professional.rpps().value(),
                professional.name(),
                professional.profession(),
                professional.structureName(),
                now);
        Rights.Consent consent =
                new Rights.Consent(ids.next(), named, asked.isPresent(), asked.orElse(now.plus(CONSULTATION)));
        visit.concerns(consent.id());
        visit.tell(new SpaceEvent.ConsentDeclared(consent.id()));
        return store.save(visit, visit.rights().with(consent, now)).map(saved -> consent);
    }

    /// Ends an agreement at once; the professional's next request is refused.
    public Outcome<Rights> end(Visit visit, UUID consent) {
        boolean known =
                visit.rights().consents().stream().anyMatch(kept -> kept.id().equals(consent));
        if (!known) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        visit.concerns(consent);
        return store.save(visit, visit.rights().without(consent));
    }
}

package fr.monespacesante.access;

import fr.monespacesante.account.Caregiver;
import fr.monespacesante.account.Caregivers;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/// Caregivers seen from both sides (REP-05): the holder, inside their space, names them and ends it; the one who is
/// asked answers before any door is open to them. Each leaves a line in the holder's history, under their own name.
public final class Caregiving {
    private final Caregivers caregivers;
    private final AccountHistory history;
    private final Throttle throttle;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Caregiving(
            Caregivers caregivers,
            AccountHistory history,
            Throttle throttle,
            TransactionTemplate transactions,
            Clock clock) {
        this.caregivers = caregivers;
        this.history = history;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Refused as `Caregivers.invite` does.
    public Outcome<Caregiver> invite(Visit visit, Caregivers.Asked asked) {
        return said(visit, caregivers.invite(visit.id(), asked, visit.now()));
    }

    /// Refused as `Caregivers.change` does.
    public Outcome<Caregiver> change(Visit visit, UUID id, Set<Mandate.Scope> scopes, LocalDate lastDay, long version) {
        return said(visit, caregivers.change(visit.id(), id, scopes, lastDay, version, visit.now()));
    }

    /// Ends it with the caregiver's next request; refused as `Caregivers.end` does.
    public Outcome<Caregiver> end(Visit visit, UUID id) {
        return said(visit, caregivers.end(visit.id(), id, visit.now()));
    }

    private static Outcome<Caregiver> said(Visit visit, Outcome<Caregiver> outcome) {
        return outcome.map(caregiver -> {
            visit.says(caregiver.name());
            visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
            return caregiver;
        });
    }

    /// What a code offers to who is signed in; refused as `Caregivers.offer` does, and with `TOO_MANY_ATTEMPTS` and
    /// the seconds to wait: who guesses is slowed down.
    public Outcome<Caregivers.Offer> offer(Caller.Citizen who, String code) {
        Optional<Duration> slow =
                throttle.enter(Guard.INVITATION_CODE, who.own().toString());
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        return caregivers.offer(code, who.own(), clock.instant()).map(offer -> {
            throttle.forget(Guard.INVITATION_CODE, who.own().toString());
            return offer;
        });
    }

    public Outcome<Caregivers.Offer> accept(Caller.Citizen who, String code) {
        return answer(
                who,
                AccountHistory.What.CAREGIVER_ACCEPTED,
                Caregivers.Offer::space,
                now -> caregivers.accept(code, who.own(), now));
    }

    public Outcome<Caregivers.Offer> decline(Caller.Citizen who, String code) {
        return answer(
                who,
                AccountHistory.What.CAREGIVER_DECLINED,
                Caregivers.Offer::space,
                now -> caregivers.decline(code, who.own(), now));
    }

    /// The caregiver steps down.
    public Outcome<Caregiver> leave(Caller.Citizen who, SpaceId space) {
        return answer(
                who, AccountHistory.What.CAREGIVER_LEFT, left -> space, now -> caregivers.leave(space, who.own(), now));
    }

    private <T> Outcome<T> answer(
            Caller.Citizen who,
            AccountHistory.What what,
            Function<T, SpaceId> where,
            Function<Instant, Outcome<T>> answer) {
        Instant now = clock.instant();
        return Objects.requireNonNull(transactions.execute(status -> {
            Outcome<T> outcome = answer.apply(now);
            switch (outcome) {
                case Outcome.Done<T>(T done) -> history.note(where.apply(done), what, now, delegate(who));
                case Outcome.Refused<T> refused -> status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private static Trace.Actor delegate(Caller.Citizen who) {
        return new Trace.Actor("DELEGATE", who.own().toString(), who.name(), null, null, null, who.channel());
    }
}

package fr.monespacesante.access;

import fr.monespacesante.account.CameOfAge;
import fr.monespacesante.account.Concealment;
import fr.monespacesante.account.Measure;
import fr.monespacesante.account.Measures;
import fr.monespacesante.account.OwnAccess;
import fr.monespacesante.account.Representation;
import fr.monespacesante.account.Space;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;

/// Who comes in for a minor, for a protected adult, and for nobody (REP-01, 03, 04, 06): what changes it, each
/// with its line in the history of the space. A representative acts through the door; what comes before a door
/// is open, and what an agent records on documents shown, is noted under their own name.
public final class Families {
    private final Representation representation;
    private final OwnAccess ownAccess;
    private final Concealment concealment;
    private final Measures measures;
    private final AccountHistory history;
    private final Doors.Surroundings surroundings;

    Families(
            Representation representation,
            OwnAccess ownAccess,
            Concealment concealment,
            Measures measures,
            AccountHistory history,
            Doors.Surroundings surroundings) {
        this.representation = representation;
        this.ownAccess = ownAccess;
        this.concealment = concealment;
        this.measures = measures;
        this.history = history;
        this.surroundings = surroundings;
    }

    /// Refused as `Representation.activate` does.
    public Outcome<Space> activate(Caller.Citizen who, SpaceId space, String terms) {
        return noted(
                AccountHistory.What.CHILD_ACTIVATED,
                delegate(who),
                now -> representation.activate(space, who.own(), terms, now),
                Space::id);
    }

    /// Refused as `Representation.activate` does.
    public Outcome<Space> activate(Caller.Citizen who, Representation.Typed typed, String terms) {
        return noted(
                AccountHistory.What.CHILD_ACTIVATED,
                delegate(who),
                now -> representation.activate(typed, who.own(), terms, now),
                Space::id);
    }

    /// Refused as `OwnAccess.give` does.
    public Outcome<OwnAccess.State> giveOwnAccess(Visit visit, String email) {
        return ownAccess.give(visit.id(), email, visit.now()).map(state -> told(visit, state));
    }

    /// Refused as `OwnAccess.end` does.
    public Outcome<OwnAccess.State> endOwnAccess(Visit visit) {
        return ownAccess.end(visit.id(), visit.now()).map(state -> told(visit, state));
    }

    private static <T> T told(Visit visit, T done) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        return done;
    }

    /// Asked for by the holder or by who represents them; nobody is told. Refused as `Concealment.conceal` does.
    public Outcome<Boolean> conceal(Visit visit) {
        return concealment.conceal(visit.id(), visit.now());
    }

    /// Recorded by an agent.
    public Outcome<Boolean> conceal(SpaceId space, Trace.Actor agent) {
        return noted(AccountHistory.What.CONCEALED, agent, now -> concealment.conceal(space, now), done -> space);
    }

    /// Lifted by an agent.
    public Outcome<Boolean> reveal(SpaceId space, Trace.Actor agent) {
        return noted(AccountHistory.What.NO_LONGER_CONCEALED, agent, now -> concealment.lift(space), done -> space);
    }

    /// Recorded by an agent on documents shown; refused as `Measures.record` does.
    public Outcome<Measure> protect(SpaceId space, Ins guardian, Measure measure, Trace.Actor agent) {
        return noted(
                AccountHistory.What.MEASURE_RECORDED,
                agent,
                now -> measures.record(space, guardian, measure, now),
                done -> space);
    }

    public Outcome<Measure> endProtection(SpaceId space, Trace.Actor agent) {
        return noted(AccountHistory.What.MEASURE_ENDED, agent, now -> measures.end(space, now), done -> space);
    }

    @EventListener
    void cameOfAge(CameOfAge event) {
        Trace.Actor service =
                new Trace.Actor("SYSTEM", "COMING_OF_AGE", "Mon espace santé", null, null, null, "INTERNAL");
        history.note(event.space(), AccountHistory.What.CAME_OF_AGE, event.at(), service);
    }

    private <T> Outcome<T> noted(
            AccountHistory.What what,
            Trace.Actor actor,
            Function<Instant, Outcome<T>> body,
            Function<T, SpaceId> where) {
        Instant now = surroundings.clock().instant();
        return inTransaction(() -> body.apply(now).map(done -> {
            history.note(where.apply(done), what, now, actor);
            return done;
        }));
    }

    private <T> Outcome<T> inTransaction(Supplier<Outcome<T>> body) {
        return Objects.requireNonNull(surroundings.transactions().execute(status -> {
            Outcome<T> outcome = body.get();
            Optional.of(outcome).filter(Outcome.Refused.class::isInstance).ifPresent(_ -> status.setRollbackOnly());
            return outcome;
        }));
    }

    private static Trace.Actor delegate(Caller.Citizen who) {
        return new Trace.Actor("DELEGATE", who.own().toString(), who.name(), null, null, null, who.channel());
    }
}

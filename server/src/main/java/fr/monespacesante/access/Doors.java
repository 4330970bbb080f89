package fr.monespacesante.access;

import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.Activities;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceKey;
import fr.monespacesante.vault.SpaceKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way into a space (SEC-03). In one transaction: the facts are read, the decision is taken, row
/// security is
/// opened for this space and no other, the body runs, the trace is written. Either all of it happened or none.
public final class Doors {
    private final Spaces spaces;
    private final Mandates mandates;
    private final SpaceKeys keys;
    private final Traces traces;
    private final Rules rules;
    private final JdbcClient database;
    private final Surroundings surroundings;

    public Doors(
            Spaces spaces,
            Mandates mandates,
            SpaceKeys keys,
            Traces traces,
            Rules rules,
            JdbcClient database,
            Surroundings surroundings) {
        this.spaces = spaces;
        this.mandates = mandates;
        this.keys = keys;
        this.traces = traces;
        this.rules = rules;
        this.database = database;
        this.surroundings = surroundings;
    }

    /// What the door needs besides the modules below it.
    public record Surroundings(
            TransactionTemplate transactions, Supplier<List<SpaceListener>> listeners, Clock clock) {}

    /// Enters the space of the person with this INS. An unknown person and a person without an open space are
    /// the same
    /// to the caller.
    public <R> Outcome<R> enter(Caller caller, Ins ins, Act act, Function<Visit, Outcome<R>> body) {
        return enter(caller, () -> spaces.find(ins), act, body);
    }

    public <R> Outcome<R> enter(Caller caller, SpaceId space, Act act, Function<Visit, Outcome<R>> body) {
        return enter(caller, () -> spaces.find(space), act, body);
    }

    /// Would this caller be let in now? Nobody comes in and nothing is traced: for work that goes on
    /// after its visit.
    public boolean permits(Caller caller, SpaceId space, Act act) {
        return permits(caller, () -> spaces.find(space), act);
    }

    public boolean permits(Caller caller, Ins ins, Act act) {
        return permits(caller, () -> spaces.find(ins), act);
    }

    private boolean permits(Caller caller, Supplier<Optional<Space>> finder, Act act) {
        return inTransaction(status -> Outcome.done(finder.get()
                        .filter(found -> !found.state().isShut())
                        .map(found -> rules.decide(
                                caller,
                                act,
                                facts(caller, open(found, surroundings.clock().instant()))))
                        .filter(Decision.Permit.class::isInstance)
                        .isPresent()))
                .equals(Outcome.done(true));
    }

    /// Adds a line to a space's history about the holder's own account. Nobody comes in.
    ///
    /// @param first in the same transaction; when it says no, there is no line
    /// @return false when the space is shut for everybody: nothing was done
    boolean note(SpaceId space, Trace trace, BooleanSupplier first) {
        return switch (inTransaction(status -> Outcome.done(noteWithin(space, trace, first)))) {
            case Outcome.Done<Boolean>(Boolean done) -> done;
            case Outcome.Refused<Boolean> _ -> false;
        };
    }

    /// The same in the running transaction, in which nobody is in another space.
    boolean noteWithin(SpaceId space, Trace trace, BooleanSupplier first) {
        Optional<Space> found = spaces.find(space);
        if (found.isPresent() && found.get().state().isShut()) {
            return false;
        }
        if (first.getAsBoolean() && found.isPresent()) {
            traces.append(open(found.get(), trace.at()).key(), trace);
        }
        return true;
    }

    private <R> Outcome<R> enter(
            Caller caller, Supplier<Optional<Space>> finder, Act act, Function<Visit, Outcome<R>> body) {
        Outcome<R> outcome = inTransaction(status -> {
            Outcome<R> came = enterNow(caller, finder, act, body);
            if (act.writes() && came instanceof Outcome.Refused<R>) {
                status.run();
            }
            return came;
        });
        if (act.writes() && outcome instanceof Outcome.Refused<R>(Problem problem, String where)) {
            // What the body wrote was undone, its trace with it: the refusal is traced on its own.
            inTransaction(status -> enterNow(caller, finder, act, visit -> Outcome.refused(problem, where)));
        }
        return outcome;
    }

    /// @throws IllegalStateException inside a running transaction: a second door would move row security away from
    /// under the first, and an outer rollback would take the trace of the refusal with it
    private <R> Outcome<R> inTransaction(Function<Runnable, Outcome<R>> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a door opens outside any transaction");
        }
        Outcome<R> outcome = surroundings.transactions().execute(status -> work.apply(status::setRollbackOnly));
        if (outcome == null) {
            throw new IllegalStateException("a visit without an outcome");
        }
        return outcome;
    }

    private <R> Outcome<R> enterNow(
            Caller caller, Supplier<Optional<Space>> finder, Act act, Function<Visit, Outcome<R>> body) {
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Space> found = finder.get();
        Optional<Visit.Opened> behind = found.flatMap(space -> behind(space, act, now));
        if (behind.isEmpty()) {
            Problem problem = caller instanceof Caller.Citizen ? Problem.NOT_FOUND : Problem.SPACE_NOT_OPEN;
            if (caller instanceof Caller.Service) {
                return Outcome.refused(problem); // a task of our own is no attempt
            }
            traces.attempt(new Trace(
                    now,
                    caller.actor(),
                    act.code(),
                    Trace.NO_RIGHT,
                    act.subject().orElse(null),
                    problem.name(),
                    reason(caller),
                    null));
            return Outcome.refused(problem);
        }
        Visit.Opened opened = behind.get();
        Decision decision = rules.decide(caller, act, facts(caller, opened));
        return switch (decision) {
            case Decision.Deny(Problem problem) -> {
                Visit refused = new Visit(
                        opened, caller, act, new Decision.Permit(Right.EXISTENCE, document -> false, problem));
                refused.tell(new SpaceEvent.Refused(problem));
                listen(refused);
                append(refused, Trace.NO_RIGHT, problem.name());
                yield Outcome.refused(problem);
            }
            case Decision.Permit permit -> {
                Visit visit = new Visit(opened, caller, act, permit);
                Outcome<R> outcome = body.apply(visit);
                leave(visit, outcome);
                yield outcome;
            }
        };
    }

    private <R> void leave(Visit visit, Outcome<R> outcome) {
        Caller caller = visit.caller();
        boolean browsed = caller instanceof Caller.Citizen citizen
                && citizen.browsing()
                && visit.right() == Right.HOLDER
                && !visit.act().writes()
                && visit.subject().isEmpty();
        if (browsed && outcome instanceof Outcome.Done<R>) {
            return;
        }
        String result = switch (outcome) {
            case Outcome.Done<R> done -> Trace.DONE;
            case Outcome.Refused<R>(Problem problem, String where) -> problem.name();
        };
        if (outcome instanceof Outcome.Done<R> && visit.right() != Right.HOLDER && visit.right() != Right.ARCHIVE) {
            visit.tell(new SpaceEvent.Entered(visit.right()));
        }
        listen(visit);
        String right = outcome instanceof Outcome.Done<R> ? visit.right().name() : Trace.NO_RIGHT;
        append(visit, right, result);
    }

    private void listen(Visit visit) {
        for (SpaceListener listener : surroundings.listeners().get()) {
            for (SpaceEvent event : visit.events()) {
                listener.on(visit, event);
            }
        }
    }

    /// A visit with no more than another caller would see: a look through their eyes. It never shows more.
    static Visit narrowed(Visit visit, Predicate<DocumentFacts> also) {
        Decision.Permit permit = visit.permit();
        return new Visit(
                new Visit.Opened(visit.space(), visit.key(), visit.rights(), visit.rightsVersion(), visit.now()),
                visit.caller(),
                visit.act(),
                new Decision.Permit(permit.right(), permit.sees().and(also), permit.unseen()));
    }

    /// What is behind the door. A closed or erased space is to everybody one that never was (ENR-12): its key is not
    /// there. Only what two archivists have opened can be read, while their time lasts.
    private Optional<Visit.Opened> behind(Space space, Act act, Instant now) {
        if (!space.state().isShut()) {
            return Optional.of(open(space, now));
        }
        if (!(act instanceof Act.ReadArchive)) {
            return Optional.empty();
        }
        return keys.openedArchive(space.id(), now).map(key -> new Visit.Opened(space, key, Rights.initial(), 0, now));
    }

    /// Opens row security for this space and reads its key and its rights, in one statement after the setting.
    private Visit.Opened open(Space space, Instant now) {
        UUID id = space.id().value();
        database.sql("set local mes.space = '" + id + "'").update();
        return database.sql("""
                        select k.wrapped, r.version, r.sealed
                          from (select cast(:space as uuid) as id) s
                          left join vault.space_key k on k.space_id = s.id
                          left join access.rights r on r.space_id = s.id
                        """)
                .param("space", id)
                .query((row, number) -> {
                    byte[] wrapped = row.getBytes("wrapped");
                    SpaceKey key = wrapped == null ? keys.openOrMake(space.id()) : keys.unwrap(space.id(), wrapped);
                    long version = row.getLong("version");
                    return new Visit.Opened(
                            space, key, RightsStore.open(key, version, row.getBytes("sealed")), version, now);
                })
                .single();
    }

    private Rules.Facts facts(Caller caller, Visit.Opened opened) {
        Space space = opened.space();
        boolean own = caller instanceof Caller.Citizen citizen && citizen.own().equals(space.id());
        Optional<Mandate> mandate = caller instanceof Caller.Citizen citizen && !own
                ? mandates.find(space.id(), citizen.own())
                : Optional.empty();
        return new Rules.Facts(
                space.state(),
                isMinor(space, opened.now()),
                own,
                mandate,
                opened.rights(),
                opened.now(),
                space.standing());
    }

    static boolean isMinor(Space space, Instant now) {
        return space.person().isMinorAt(now);
    }

    private void append(Visit visit, String right, String result) {
        Trace trace = new Trace(
                visit.now(),
                actor(visit),
                visit.act().code(),
                right,
                visit.subject().orElse(null),
                result,
                visit.said()
                        .or(() -> Optional.ofNullable(reason(visit.caller())))
                        .orElse(null),
                visit.marks().isEmpty() ? null : visit.marks());
        activity(visit, right, result)
                .ifPresentOrElse(
                        kind -> traces.append(visit.key(), trace, kind), () -> traces.append(visit.key(), trace));
    }

    private static Trace.Actor actor(Visit visit) {
        Trace.Actor actor = visit.caller().actor();
        return visit.caller() instanceof Caller.Citizen citizen
                        && !citizen.own().equals(visit.id())
                ? new Trace.Actor(
                        "DELEGATE", actor.id(), actor.name(), null, null, null, actor.channel(), actor.assistant())
                : actor;
    }

    /// What is also noted across spaces: everything professionals and agents do, what software reads, what is refused.
    /// What a laboratory sends at night is in the spaces' histories alone.
    private static Optional<Activities.Kind> activity(Visit visit, String right, String result) {
        boolean refused = !result.equals(Trace.DONE);
        boolean noted = switch (visit.caller()) {
            case Caller.Professional professional -> true;
            case Caller.Agent agent -> true;
            case Caller.Software software -> refused || !visit.act().writes();
            case Caller.Correspondent correspondent -> refused;
            case Caller.Citizen citizen -> refused && !citizen.own().equals(visit.id());
            case Caller.Service service -> false;
        };
        return noted ? Optional.of(refused ? Activities.Kind.REFUSED : kind(visit.act(), right)) : Optional.empty();
    }

    private static Activities.Kind kind(Act act, String right) {
        if (right.equals(Right.EMERGENCY.name()) || right.equals(Right.REGULATION.name())) {
            return Activities.Kind.EMERGENCY;
        }
        if (act.writes()) {
            return Activities.Kind.WROTE;
        }
        return switch (act) {
            case Act.ReadDocument read -> Activities.Kind.READ;
            case Act.FindSpace find -> Activities.Kind.FOUND;
            default -> Activities.Kind.LISTED;
        };
    }

    private static @Nullable String reason(Caller caller) {
        return caller instanceof Caller.Professional professional
                ? professional.purpose().declared()
                : null;
    }
}

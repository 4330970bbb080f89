package fr.monespacesante.support;

import fr.monespacesante.access.AccountHistory.What;
import fr.monespacesante.access.Families;
import fr.monespacesante.account.Measure;
import fr.monespacesante.account.Measures;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.transaction.support.TransactionTemplate;

/// What an agent records about who may act for a caller, on documents that were sent and checked: a measure of
/// protection (REP-04), and that nobody acts for a person in danger (REP-06). Refused with `NOT_FOUND` once the
/// call is
/// over.
public final class ProtectionDesk {
    private final Calls calls;
    private final Acts acts;
    private final Families families;
    private final Measures measures;
    private final Spaces spaces;
    private final Acts.Beside beside;
    private final TransactionTemplate transactions;

    ProtectionDesk(
            Calls calls,
            Acts acts,
            Families families,
            Measures measures,
            Spaces spaces,
            Acts.Beside beside,
            TransactionTemplate transactions) {
        this.calls = calls;
        this.acts = acts;
        this.families = families;
        this.measures = measures;
        this.spaces = spaces;
        this.beside = beside;
        this.transactions = transactions;
    }

    /// Where it stands.
    ///
    /// @param minor measures of protection are for adults
    public record Standing(boolean minor, boolean concealed, Optional<Measure> measure) {}

    public Outcome<Standing> open(SupportAgent agent, UUID id) {
        Instant now = beside.now();
        Optional<Space> space = calls.find(agent, id).map(Call::space).flatMap(spaces::find);
        return space.map(found -> Outcome.done(new Standing(
                        found.person().isMinorAt(now), found.standing().concealed(), measures.of(found.id(), now))))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
    }

    /// Nobody acts for this person any more, and no letter goes to anybody else. Refused as `Concealment.conceal`.
    public Outcome<Boolean> conceal(SupportAgent agent, UUID id) {
        return act(agent, id, What.CONCEALED, families::conceal);
    }

    public Outcome<Boolean> reveal(SupportAgent agent, UUID id) {
        return act(agent, id, What.NO_LONGER_CONCEALED, families::reveal);
    }

    /// Refused as `Measures.record`, and with `INS_INVALID` at `guardian`.
    public Outcome<Measure> protect(SupportAgent agent, UUID id, String guardian, Measure measure) {
        Optional<Ins> ins = Ins.parse(guardian);
        return ins.isEmpty()
                ? Outcome.refused(Problem.INS_INVALID, "guardian")
                : act(
                        agent,
                        id,
                        What.MEASURE_RECORDED,
                        (space, actor) -> families.protect(space, ins.get(), measure, actor));
    }

    /// Refused with `TRANSITION_NOT_ALLOWED` when there is none.
    public Outcome<Measure> endProtection(SupportAgent agent, UUID id) {
        return act(agent, id, What.MEASURE_ENDED, families::endProtection);
    }

    private <T> Outcome<T> act(
            SupportAgent agent, UUID id, What what, BiFunction<SpaceId, Trace.Actor, Outcome<T>> body) {
        Optional<Call> call = calls.find(agent, id);
        if (call.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            Outcome<T> outcome = body.apply(call.get().space(), agent.actor());
            if (outcome instanceof Outcome.Refused<T>) {
                status.setRollbackOnly();
            } else {
                acts.noteHere(agent, call.get(), what);
            }
            return outcome;
        }));
    }
}

package fr.monespacesante.supervision;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.util.Optional;
import java.util.UUID;

/// The operator's side of the cases. Each reading and each step is in the agents' journal.
public final class CaseDesk {
    public static final int LONGEST_ANSWER = 2000;
    private static final Caller TELLING = new Caller.Service(Caller.Service.Task.NOTIFICATION);

    private final CaseRows rows;
    private final Doors doors;
    private final Journal journal;

    CaseDesk(CaseRows rows, Doors doors, Journal journal) {
        this.rows = rows;
        this.doors = doors;
        this.journal = journal;
    }

    /// Newest first.
    public Page<ReportedAccess> newest(
            Operator who, Optional<ReportedAccess.State> state, Optional<UUID> after, int size) {
        return journal.traced(who, Journal.Act.READ_CASES, null, () -> rows.newest(state, after, size));
    }

    public Outcome<ReportedAccess> open(Operator who, UUID id) {
        return journal.traced(
                who,
                Journal.Act.READ_CASE,
                id,
                () -> rows.find(id)
                        .<Outcome<ReportedAccess>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND)));
    }

    /// The operator takes the case up. Refused with `TRANSITION_NOT_ALLOWED` when somebody did before.
    public Outcome<ReportedAccess> examine(Operator who, UUID id) {
        return journal.inOne(() -> {
            Optional<ReportedAccess> found = rows.find(id);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.NOT_FOUND);
            }
            ReportedAccess before = found.get();
            ReportedAccess now =
                    next(before, ReportedAccess.State.EXAMINED, before.content().examined(who.name(), journal.now()));
            if (before.state() != ReportedAccess.State.RECEIVED || !rows.change(now)) {
                return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
            }
            journal.note(who, Journal.Act.EXAMINE_CASE, id, Optional.empty());
            return Outcome.done(now);
        });
    }

    /// Answers a case that is being examined; the notice in the citizen's space is part of the same
    /// transaction. A
    /// space that is no longer open gets no notice, the answer is kept all the same.
    ///
    /// Refused with `REQUIRED_ELEMENT_MISSING` or `MALFORMED` (at `text`), `TRANSITION_NOT_ALLOWED`.
    public Outcome<ReportedAccess> answer(Operator who, UUID id, boolean founded, String text) {
        String said = text.strip();
        if (said.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "text");
        }
        if (said.length() > LONGEST_ANSWER) {
            return Outcome.refused(Problem.MALFORMED, "text");
        }
        Optional<ReportedAccess> found = journal.inOne(() -> rows.find(id));
        if (found.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        ReportedAccess before = found.get();
        ReportedAccess.Answer answer = new ReportedAccess.Answer(founded, said, journal.now(), who.name());
        ReportedAccess now =
                next(before, ReportedAccess.State.ANSWERED, before.content().answered(answer));
        if (before.state() != ReportedAccess.State.EXAMINED) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        Outcome<Outcome<ReportedAccess>> told = doors.enter(
                TELLING,
                new SpaceId(before.space()),
                new Act.ReadNotices(),
                visit -> Outcome.done(kept(who, now).map(kept -> tell(visit, kept))));
        return switch (told) {
            case Outcome.Done<Outcome<ReportedAccess>>(Outcome<ReportedAccess> kept) -> kept;
            case Outcome.Refused<Outcome<ReportedAccess>> _ -> journal.inOne(() -> kept(who, now));
        };
    }

    private static ReportedAccess tell(Visit visit, ReportedAccess answered) {
        visit.tell(new SpaceEvent.ReportAnswered(answered.id()));
        return answered;
    }

    private Outcome<ReportedAccess> kept(Operator who, ReportedAccess answered) {
        if (!rows.change(answered)) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        boolean founded = answered.answer().orElseThrow().founded();
        journal.note(who, Journal.Act.ANSWER_CASE, answered.id(), Optional.of(founded ? "founded" : "not founded"));
        return Outcome.done(answered);
    }

    private static ReportedAccess next(
            ReportedAccess before, ReportedAccess.State state, ReportedAccess.Content content) {
        return new ReportedAccess(
                before.id(), before.space(), before.trace(), before.receivedAt(), state, before.version() + 1, content);
    }
}

package fr.monespacesante.supervision;

import fr.monespacesante.audit.ActivityFigures;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The operator's side of the alerts. Each reading and each step is in the agents' journal, which is
/// read here too.
public final class AlertDesk {
    public static final int LONGEST_COMMENT = 1000;
    private static final Duration DAY = Duration.ofHours(24);

    private final AlertRows rows;
    private final CaseRows cases;
    private final ActivityFigures figures;
    private final AgentTraces agents;
    private final Journal journal;

    AlertDesk(AlertRows rows, CaseRows cases, ActivityFigures figures, AgentTraces agents, Journal journal) {
        this.rows = rows;
        this.cases = cases;
        this.figures = figures;
        this.agents = agents;
        this.journal = journal;
    }

    /// What waits, and what the last day was like.
    ///
    /// @param until the end of the day that the hours show
    public record Overview(Instant until, long openAlerts, long waitingCases, List<ActivityFigures.Hour> hours) {}

    /// Figures without anybody's name; not in the journal.
    public Overview overview() {
        Instant now = journal.now();
        return new Overview(now, rows.open(), cases.waiting(), figures.hours(now.minus(DAY), now));
    }

    /// Newest first.
    public Page<Alert> newest(
            Operator who, Optional<Alert.State> state, Optional<Rule.Code> rule, Optional<UUID> after, int size) {
        return journal.traced(who, Journal.Act.READ_ALERTS, null, () -> rows.newest(state, rule, after, size));
    }

    public Outcome<Alert> open(Operator who, UUID id) {
        return journal.traced(
                who,
                Journal.Act.READ_ALERT,
                id,
                () -> rows.find(id)
                        .<Outcome<Alert>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND)));
    }

    /// Refused with `TRANSITION_NOT_ALLOWED` when somebody did before.
    public Outcome<Alert> acknowledge(Operator who, UUID id) {
        return change(
                who,
                id,
                Journal.Act.ACKNOWLEDGE_ALERT,
                Alert.State.OPEN,
                before -> before.next(
                        Alert.State.ACKNOWLEDGED, before.content().acknowledged(who.name(), journal.now())));
    }

    /// Closes an acknowledged alert. Refused with `REQUIRED_ELEMENT_MISSING` or `MALFORMED` (at `comment`),
    /// `TRANSITION_NOT_ALLOWED`.
    public Outcome<Alert> close(Operator who, UUID id, String comment) {
        String said = comment.strip();
        if (said.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "comment");
        }
        if (said.length() > LONGEST_COMMENT) {
            return Outcome.refused(Problem.MALFORMED, "comment");
        }
        return change(
                who,
                id,
                Journal.Act.CLOSE_ALERT,
                Alert.State.ACKNOWLEDGED,
                before -> before.next(Alert.State.CLOSED, before.content().closed(who.name(), journal.now(), said)));
    }

    /// Who looked at what, newest first; looking at it is in it.
    public Page<AgentTraces.Numbered> journal(Operator who, Optional<String> after, int size) {
        return journal.traced(who, Journal.Act.READ_JOURNAL, null, () -> agents.newest(after, size));
    }

    private Outcome<Alert> change(
            Operator who, UUID id, Journal.Act act, Alert.State from, java.util.function.UnaryOperator<Alert> step) {
        return journal.inOne(() -> {
            Optional<Alert> before = rows.find(id);
            if (before.isEmpty()) {
                return Outcome.refused(Problem.NOT_FOUND);
            }
            if (before.get().state() != from) {
                return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
            }
            Alert after = step.apply(before.get());
            if (!rows.change(after, Optional.of(journal.now()))) {
                return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
            }
            journal.note(who, act, id, Optional.empty());
            return Outcome.done(after);
        });
    }
}

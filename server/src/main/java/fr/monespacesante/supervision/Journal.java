package fr.monespacesante.supervision;

import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything an operator does here goes through it: the work and its line in the journal are one
/// transaction.
final class Journal {
    private final AgentTraces traces;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Journal(AgentTraces traces, TransactionTemplate transactions, Clock clock) {
        this.traces = traces;
        this.transactions = transactions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    <T> T traced(Operator who, Act act, @Nullable UUID subject, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            T result = work.get();
            note(who, act, subject, Optional.empty());
            return result;
        }));
    }

    <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    void note(Operator who, Act act, @Nullable UUID subject, Optional<String> detail) {
        traces.append(new AgentTrace(now(), who.id(), who.name(), act.name(), subject, detail.orElse(null)));
    }

    /// What the journal can say.
    enum Act {
        READ_ALERTS,
        READ_ALERT,
        ACKNOWLEDGE_ALERT,
        CLOSE_ALERT,
        READ_CASES,
        READ_CASE,
        EXAMINE_CASE,
        ANSWER_CASE,
        READ_RULES,
        CHANGE_RULE,
        READ_JOURNAL
    }
}

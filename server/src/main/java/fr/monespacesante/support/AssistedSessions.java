package fr.monespacesante.support;

import fr.monespacesante.access.AccountHistory;
import fr.monespacesante.access.AccountHistory.What;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.identity.Assistance;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.OneTimeCodes;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/// A counsellor opens a space beside its holder (ACP-01): the holder gets a code and tells it, the session lasts half
/// an hour at most, everything in it is traced under both names, and it ends when the holder says so.
///
/// Asking tells nobody whether a person has a space: the answer is the same, and the code that never comes is wrong.
public final class AssistedSessions {
    static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration ASKED = Duration.ofMinutes(10);
    private static final int PLACE = 80;

    private final AssistedRows rows;
    private final Spaces spaces;
    private final Citizens citizens;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final Told told;
    private final TransactionTemplate transactions;

    AssistedSessions(
            AssistedRows rows,
            Spaces spaces,
            Citizens citizens,
            OneTimeCodes codes,
            Throttle throttle,
            Told told,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.spaces = spaces;
        this.citizens = citizens;
        this.codes = codes;
        this.throttle = throttle;
        this.told = told;
        this.transactions = transactions;
    }

    /// Where it is written down: the holder's history, and the agents' journal.
    record Told(AccountHistory history, AgentTraces journal, Acts.Beside beside) {
        void note(AssistedRows.Row row, What what, Instant at) {
            SupportAgent agent = new SupportAgent(row.agentId(), row.agentName());
            history.note(row.space(), what, at, agent.actor(row.place()));
            journal.append(new AgentTrace(at, row.agentId(), row.agentName(), what.name(), row.id(), null));
            if (what == What.ASSISTED_SESSION_STARTED) {
                beside.events().publishEvent(new SessionAssisted(row.space()));
            }
        }
    }

    /// A session that may begin.
    public record Started(Citizen citizen, Assistance assistance) {}

    /// Sends a code to the holder. Refused with `TOO_MANY_ATTEMPTS` and the seconds to wait, with
    /// `REQUIRED_ELEMENT_MISSING` or `MALFORMED` at `lieu`.
    ///
    /// @param place where the two of them are, as the holder will read it
    /// @return the number under which the code is asked for
    public Outcome<UUID> ask(SupportAgent agent, String ins, String place) {
        String where = place.strip();
        if (where.isEmpty() || where.length() > PLACE) {
            return Outcome.refused(where.isEmpty() ? Problem.REQUIRED_ELEMENT_MISSING : Problem.MALFORMED, "lieu");
        }
        Optional<Duration> slow = throttle.enter(Guard.SUPPORT_AGENT, agent.id());
        Optional<Citizen> citizen = Ins.parse(ins)
                .flatMap(spaces::find)
                .filter(space -> space.state() == SpaceState.ACTIVATED)
                .map(Space::id)
                .flatMap(citizens::ofSpace);
        if (slow.isEmpty() && citizen.isPresent()) {
            slow = throttle.enter(Guard.CODE_SENDING, citizen.get().id().toString());
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        UUID id = told.beside().ids().next();
        if (citizen.isEmpty()) {
            return Outcome.done(id);
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            String counsellor = agent.name() + ", " + where;
            UUID code = codes.sendForAssistance(purpose(id), citizen.get().contact(), counsellor);
            rows.add(new AssistedRows.Row(
                    id, citizen.get().space(), code, told.beside().now().plus(ASKED), agent.id(), agent.name(), where));
            return Outcome.done(id);
        }));
    }

    /// The code that the holder told. Refused as `OneTimeCodes.check`; with `CODE_WRONG` where none was sent.
    public Outcome<Started> start(UUID id, String typed) {
        Optional<AssistedRows.Row> found = rows.asked(id);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.CODE_WRONG, "code");
        }
        return codes.check(found.get().code(), purpose(id), typed)
                .then(_ -> Objects.requireNonNull(transactions.execute(_ -> begin(found.get()))));
    }

    private Outcome<Started> begin(AssistedRows.Row row) {
        Instant now = told.beside().now();
        Instant until = now.plus(LIFE);
        Optional<Citizen> citizen = citizens.ofSpace(row.space());
        if (citizen.isEmpty() || !rows.begin(row.id(), until)) {
            return Outcome.refused(Problem.CODE_WRONG, "code");
        }
        throttle.forget(Guard.CODE_SENDING, citizen.get().id().toString());
        told.note(row, What.ASSISTED_SESSION_STARTED, now);
        return Outcome.done(new Started(citizen.get(), new Assistance(row.id(), row.counsellor(), until)));
    }

    /// The holder, or the counsellor, says that it is over.
    public void end(UUID id) {
        transactions.executeWithoutResult(_ -> rows.end(id)
                .ifPresent(row -> told.note(
                        row, What.ASSISTED_SESSION_ENDED, told.beside().now())));
    }

    /// Sessions whose time is over are noted as ended, and what was asked for and never begun is forgotten.
    @Scheduled(fixedDelay = 60_000)
    void endLate() {
        rows.late(told.beside().now())
                .forEach(id -> transactions.executeWithoutResult(_ -> rows.end(id)
                        .filter(AssistedRows.Row::started)
                        .ifPresent(row -> told.note(row, What.ASSISTED_SESSION_ENDED, row.until()))));
    }

    private static String purpose(UUID id) {
        return "assisted|" + id;
    }
}

package fr.monespacesante.support;

import fr.monespacesante.access.AccountHistory;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceActivated;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the support did, for the journal, for the next agent and for the holder.
final class Acts {
    private final JdbcClient database;
    private final Directory directory;
    private final AgentTraces journal;
    private final AccountHistory history;
    private final Spaces spaces;
    private final Beside beside;

    Acts(
            JdbcClient database,
            Directory directory,
            AgentTraces journal,
            AccountHistory history,
            Spaces spaces,
            Beside beside) {
        this.database = database;
        this.directory = directory;
        this.journal = journal;
        this.history = history;
        this.spaces = spaces;
        this.beside = beside;
    }

    /// What every store needs.
    record Beside(Ids ids, Clock clock, ApplicationEventPublisher events) {
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// One act.
    record Act(Instant at, AccountHistory.What what, String agentId, String agentName) {
        @Override
        public String toString() {
            return "Act[" + what + "]";
        }
    }

    private record Untold(UUID id, Act act) {}

    /// Called in the transaction of the act.
    void note(SupportAgent agent, Call call, AccountHistory.What what) {
        boolean alive = spaces.find(call.space())
                .map(Space::state)
                .filter(SpaceState::isAlive)
                .isPresent();
        Instant now = write(agent, call, what, alive);
        if (alive) {
            history.note(call.space(), what, now, agent.actor());
            beside.events().publishEvent(new SupportActed(call.space()));
        }
    }

    /// The same for what another module puts into the history by itself.
    void noteHere(SupportAgent agent, Call call, AccountHistory.What what) {
        write(agent, call, what, true);
    }

    private Instant write(SupportAgent agent, Call call, AccountHistory.What what, boolean told) {
        Instant now = beside.now();
        UUID id = beside.ids().next();
        database.sql("""
                        insert into support.act (space_id, id, at, told, sealed)
                        values (:space, :id, :at, :told, :sealed)
                        """)
                .param("space", call.space().value())
                .param("id", id)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("told", told)
                .param("sealed", directory.seal(place(id), new Act(now, what, agent.id(), agent.name())))
                .update();
        journal.append(new AgentTrace(now, agent.id(), agent.name(), what.name(), call.id(), null));
        return now;
    }

    /// An attempt to identify somebody that did not succeed: the journal knows of it, not of whom it was.
    void noteNotIdentified(SupportAgent agent) {
        journal.append(new AgentTrace(beside.now(), agent.id(), agent.name(), "SUPPORT_NOT_IDENTIFIED", null, null));
    }

    /// Newest first.
    List<Act> of(SpaceId space, int most) {
        return database.sql("select id, sealed from support.act where space_id = :space order by id desc limit :most")
                .param("space", space.value())
                .param("most", most)
                .query((row, number) ->
                        directory.open(place(row.getObject("id", UUID.class)), row.getBytes("sealed"), Act.class))
                .list();
    }

    /// What was done before the holder came in is told to them now, with its own date.
    @EventListener
    void tell(SpaceActivated activated) {
        SpaceId space = activated.space();
        List<Untold> untold = database.sql("""
                        select id, sealed from support.act where space_id = :space and not told order by id for update
                        """)
                .param("space", space.value())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Untold(id, directory.open(place(id), row.getBytes("sealed"), Act.class));
                })
                .list();
        for (Untold one : untold) {
            Act act = one.act();
            history.note(space, act.what(), act.at(), new SupportAgent(act.agentId(), act.agentName()).actor());
        }
        database.sql("update support.act set told = true where space_id = :space and not told")
                .param("space", space.value())
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Place place(UUID id) {
        return new Place("support.act", id, 0);
    }
}

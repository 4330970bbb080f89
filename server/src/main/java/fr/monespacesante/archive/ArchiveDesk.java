package fr.monespacesante.archive;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.archive.ArchiveRequest.State;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.ArchivistKey;
import fr.monespacesante.vault.SpaceKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where archivists ask, agree and read. Each step is a line of the agents' journal, in the same transaction.
@Component
public final class ArchiveDesk {
    private static final Duration LASTS = Duration.ofDays(3);
    private static final int WORDS = 2000;
    private static final DocumentQuery EVERYTHING =
            new DocumentQuery(entry -> true, List.of(), DocumentQuery.NEWEST_ARRIVAL, Optional.empty(), 5000);

    private final ArchiveRows rows;
    private final Spaces spaces;
    private final SpaceKeys keys;
    private final Doors doors;
    private final Documents documents;
    private final AgentTraces journal;
    private final Now now;

    ArchiveDesk(
            ArchiveRows rows,
            Spaces spaces,
            SpaceKeys keys,
            Doors doors,
            Documents documents,
            AgentTraces journal,
            Now now) {
        this.rows = rows;
        this.spaces = spaces;
        this.keys = keys;
        this.doors = doors;
        this.documents = documents;
        this.journal = journal;
        this.now = now;
    }

    /// Asks. Refused with `NOT_FOUND` when nobody of this INS has a closed space that archivists can open, with
    /// `REQUIRED_ELEMENT_MISSING` at `reason` or `action`.
    public Outcome<UUID> request(Archivist who, String ins, String reason, String action) {
        if (reason.isBlank() || reason.length() > WORDS) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "reason");
        }
        if (action.isBlank() || action.length() > 200) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "action");
        }
        return now.inTransaction(() -> {
                    Optional<Space> space = Ins.parse(ins)
                            .flatMap(spaces::find)
                            .filter(found -> found.state() == SpaceState.CLOSED || found.state() == SpaceState.DECEASED)
                            .filter(found ->
                                    keys.lockedForArchivists(found.id()).isPresent());
                    if (space.isEmpty()) {
                        note(who, "SEARCH_ARCHIVE", null);
                        return Outcome.done(Optional.<UUID>empty());
                    }
                    UUID id = now.ids().next();
                    rows.add(
                            id,
                            space.get().id(),
                            now.instant(),
                            new ArchiveRequest.Details(
                                    space.get().person().displayName(),
                                    reason.strip(),
                                    action.strip(),
                                    who,
                                    null,
                                    null));
                    note(who, "REQUEST_ARCHIVE", id);
                    return Outcome.done(Optional.of(id));
                })
                .then(found -> found.map(Outcome::done).orElseGet(() -> Outcome.refused(Problem.NOT_FOUND, "ins")));
    }

    public List<ArchiveRequest> newest() {
        return rows.newest(50);
    }

    public Optional<ArchiveRequest> find(UUID id) {
        return rows.find(id);
    }

    /// What this archivist has to answer with the key that only they hold; empty when it is not their turn.
    public Optional<String> challenge(Archivist who, ArchiveRequest request) {
        boolean first = request.details().first().id().equals(who.id());
        String half = request.details().half();
        if (first && (request.state() == State.REQUESTED || request.state() == State.HALF)) {
            return now.inTransaction(() -> Outcome.done(keys.lockedForArchivists(request.space())))
                            instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> locked)
                    ? locked.map(bytes -> ArchivistKey.challenge(request.space(), bytes))
                    : Optional.empty();
        }
        if (!first && request.state() == State.HALF && half != null) {
            return Optional.of(ArchivistKey.challenge(
                    request.space(), Base64.getUrlDecoder().decode(half)));
        }
        return Optional.empty();
    }

    /// The answer to one's challenge. The first one's is kept for the second; the second one's opens the space.
    /// Refused with `CODE_WRONG` when it is not the answer, with `ONESELF` when one archivist tries both.
    public Outcome<State> answer(Archivist who, UUID id, String answer) {
        return now.inTransaction(() -> {
            Optional<ArchiveRequest> found = rows.find(id);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.NOT_FOUND);
            }
            ArchiveRequest request = found.get();
            boolean first = request.details().first().id().equals(who.id());
            return switch (request.state()) {
                case REQUESTED -> first ? half(who, request, answer) : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
                case HALF -> first ? Outcome.refused(Problem.ONESELF) : open(who, request, answer);
                case OPEN, ENDED -> Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
            };
        });
    }

    private Outcome<State> half(Archivist who, ArchiveRequest request, String answer) {
        String clean = answer.strip();
        if (!clean.matches("[A-Za-z0-9_-]{60,4000}")) {
            return Outcome.refused(Problem.CODE_WRONG, "answer");
        }
        note(who, "ANSWER_ARCHIVE", request.id());
        return rows.move(
                        request, State.HALF, Optional.empty(), request.details().with(clean))
                ? Outcome.done(State.HALF)
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    private Outcome<State> open(Archivist who, ArchiveRequest request, String answer) {
        Instant until = now.instant().plus(LASTS);
        if (!keys.openArchive(request.space(), answer, until)) {
            return Outcome.refused(Problem.CODE_WRONG, "answer");
        }
        note(who, "OPEN_ARCHIVE", request.id());
        return rows.move(
                        request,
                        State.OPEN,
                        Optional.of(until),
                        request.details().with(who))
                ? Outcome.done(State.OPEN)
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    /// Every document of the opened space.
    public Outcome<List<DocumentEntry>> list(Archivist who, UUID id) {
        return read(
                who,
                id,
                Optional.empty(),
                "LIST_ARCHIVE",
                visit -> Outcome.done(documents.list(visit, EVERYTHING).documents()));
    }

    /// One document, to be streamed.
    public Outcome<OpenDocument> open(Archivist who, UUID id, DocumentId document) {
        return read(who, id, Optional.of(document), "READ_ARCHIVE", visit -> documents.open(visit, document));
    }

    private <R> Outcome<R> read(
            Archivist who, UUID id, Optional<DocumentId> document, String act, Function<Visit, Outcome<R>> body) {
        Optional<ArchiveRequest> request =
                rows.find(id).filter(found -> found.state() == State.OPEN && found.openedBy(who));
        if (request.isEmpty()) {
            return Outcome.refused(Problem.ACCESS_REFUSED);
        }
        Caller caller = new Caller.Agent(who.id(), who.name(), Set.of(Caller.Agent.ARCHIVIST), "PORTAL");
        return doors.enter(caller, request.get().space(), new Act.ReadArchive(document), visit -> {
            visit.says(request.get().details().action());
            note(who, act, id);
            return body.apply(visit);
        });
    }

    /// Ends it before its time; either of the two may.
    public Outcome<State> end(Archivist who, UUID id) {
        return now.inTransaction(() -> {
            Optional<ArchiveRequest> request = rows.find(id).filter(found -> found.openedBy(who));
            if (request.isEmpty() || request.get().state() == State.ENDED) {
                return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
            }
            note(who, "END_ARCHIVE", id);
            return close(request.get());
        });
    }

    /// What is over opens no more by the clock; here its key goes too.
    @Scheduled(fixedDelay = 60_000)
    public void endWhatIsOver() {
        for (ArchiveRequest request : rows.over(now.instant())) {
            now.inTransaction(() -> close(request));
        }
    }

    private Outcome<State> close(ArchiveRequest request) {
        keys.closeArchive(request.space());
        return rows.move(request, State.ENDED, request.until(), request.details())
                ? Outcome.done(State.ENDED)
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    private void note(Archivist who, String act, @org.jspecify.annotations.Nullable UUID subject) {
        journal.append(
                new AgentTrace(now.instant().truncatedTo(ChronoUnit.MICROS), who.id(), who.name(), act, subject, null));
    }

    /// Time, ids and transactions.
    @Component
    record Now(TransactionTemplate transactions, Ids ids, Clock clock) {
        Instant instant() {
            return clock.instant();
        }

        /// A refusal undoes what was written.
        <T> Outcome<T> inTransaction(Supplier<Outcome<T>> body) {
            return Objects.requireNonNull(transactions.execute(status -> {
                Outcome<T> outcome = body.get();
                if (outcome instanceof Outcome.Refused<T>) {
                    status.setRollbackOnly();
                }
                return outcome;
            }));
        }
    }
}

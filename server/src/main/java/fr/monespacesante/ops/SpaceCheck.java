package fr.monespacesante.ops;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.TraceChain;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.messaging.MessageCheck;
import fr.monespacesante.record.Integrity;
import fr.monespacesante.record.ShutRecords;
import fr.monespacesante.vault.Damaged;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Checks one space, through its door.
final class SpaceCheck {
    private static final Caller CALLER = new Caller.Service(Caller.Service.Task.INTEGRITY);

    private final Spaces spaces;
    private final Doors doors;
    private final Integrity integrity;
    private final MessageCheck messages;
    private final TraceChain chain;
    private final ShutRecords shutRecords;

    SpaceCheck(
            Spaces spaces,
            Doors doors,
            Integrity integrity,
            MessageCheck messages,
            TraceChain chain,
            ShutRecords shutRecords) {
        this.messages = messages;
        this.spaces = spaces;
        this.doors = doors;
        this.integrity = integrity;
        this.chain = chain;
        this.shutRecords = shutRecords;
    }

    /// @param findings one sentence each, with ids and no identity
    /// @param documents how many documents and messages were read
    record Result(int documents, int swept, List<String> findings) {}

    /// Re-reads every document, every message and the history, and sweeps.
    Result check(SpaceId space) {
        if (isShut(space)) {
            return shut(space);
        }
        return enter(space, visit -> {
            List<String> findings = new ArrayList<>();
            Integrity.Report report = integrity.verify(visit);
            report.damaged().forEach(id -> findings.add("space " + space + ": document " + id + " is damaged"));
            MessageCheck.Report mail = messages.verify(visit);
            mail.damaged().forEach(id -> findings.add("space " + space + ": message " + id + " is damaged"));
            chain.firstBroken(space)
                    .ifPresent(broken -> findings.add(
                            "space " + space + ": history broken at link " + broken.number() + ": " + broken.what()));
            return new Result(report.documents() + mail.messages(), integrity.sweep(visit), findings);
        });
    }

    /// Verifies the journal of the agents.
    Result agents() {
        return new Result(
                0,
                0,
                chain.firstBrokenOfAgents().stream()
                        .map(broken -> "agents' journal broken at link " + broken.number() + ": " + broken.what())
                        .toList());
    }

    /// Removes what no document names.
    Result sweep(SpaceId space) {
        if (isShut(space)) {
            return new Result(0, 0, List.of());
        }
        return enter(space, visit -> new Result(0, integrity.sweep(visit), List.of()));
    }

    /// Its key is in the archive: what can be checked without it is that every document is there, and its history.
    private Result shut(SpaceId space) {
        Integrity.Report report = shutRecords.missing(space);
        List<String> findings = new ArrayList<>();
        report.damaged().forEach(id -> findings.add("space " + space + ": document " + id + " is missing"));
        MessageCheck.Report mail = shutRecords.within(space, () -> messages.missing(space));
        mail.damaged().forEach(id -> findings.add("space " + space + ": message " + id + " is missing"));
        shutRecords
                .within(space, () -> chain.firstBroken(space))
                .ifPresent(broken -> findings.add(
                        "space " + space + ": history broken at link " + broken.number() + ": " + broken.what()));
        return new Result(report.documents() + mail.messages(), 0, findings);
    }

    private boolean isShut(SpaceId space) {
        return spaces.find(space).filter(found -> found.state().isShut()).isPresent();
    }

    private Result enter(SpaceId space, Function<Visit, Result> body) {
        try {
            Outcome<Result> outcome =
                    doors.enter(CALLER, space, new Act.VerifySpace(), visit -> Outcome.done(body.apply(visit)));
            return switch (outcome) {
                case Outcome.Done<Result>(Result result) -> result;
                case Outcome.Refused<Result>(var problem, var where) -> lost(space, "cannot be entered: " + problem);
            };
        } catch (Damaged e) {
            return lost(space, "does not open: " + e.getMessage());
        }
    }

    private static Result lost(SpaceId space, String what) {
        return new Result(0, 0, List.of("space " + space + ": " + what));
    }
}

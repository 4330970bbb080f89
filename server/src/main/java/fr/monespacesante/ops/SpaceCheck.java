package fr.monespacesante.ops;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.TraceChain;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Integrity;
import fr.monespacesante.vault.Damaged;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Checks one space, through its door.
final class SpaceCheck {
    private static final Caller CALLER = new Caller.Service(Caller.Service.Task.INTEGRITY);

    private final Doors doors;
    private final Integrity integrity;
    private final TraceChain chain;

    SpaceCheck(Doors doors, Integrity integrity, TraceChain chain) {
        this.doors = doors;
        this.integrity = integrity;
        this.chain = chain;
    }

    /// @param findings one sentence each, with ids and no identity
    record Result(int documents, int swept, List<String> findings) {}

    /// Re-reads every document and the history, and sweeps.
    Result check(SpaceId space) {
        return enter(space, visit -> {
            List<String> findings = new ArrayList<>();
            Integrity.Report report = integrity.verify(visit);
            report.damaged().forEach(id -> findings.add("space " + space + ": document " + id + " is damaged"));
            chain.firstBroken(space)
                    .ifPresent(broken -> findings.add(
                            "space " + space + ": history broken at link " + broken.number() + ": " + broken.what()));
            return new Result(report.documents(), integrity.sweep(visit), findings);
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
        return enter(space, visit -> new Result(0, integrity.sweep(visit), List.of()));
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

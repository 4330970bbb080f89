package fr.monespacesante.supervision;

import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The citizen's side of the cases: report a line of one's history, and see what came of it (TRC-05).
public final class Cases {
    public static final int LONGEST_WORDS = 1000;

    private final CaseRows rows;
    private final Ids ids;
    private final Clock clock;

    Cases(CaseRows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a citizen may know of a case of theirs.
    ///
    /// @param trace number of the reported line
    /// @param answer present once the case is answered
    public record Told(UUID id, long trace, Instant receivedAt, ReportedAccess.State state, Optional<Reply> answer) {
        public record Reply(boolean founded, String text, Instant at) {}
    }

    /// Opens a case for a line of the history. Call it in the visit that read the line: they are then
    /// one transaction.
    /// Refused with `TRANSITION_NOT_ALLOWED` when the line was reported before, `CHANGE_NOT_ALLOWED`
    /// for what the
    /// holder or the service itself did, `MALFORMED` (at `words`) when the words are too long.
    ///
    /// @param line as the space's history has it
    /// @param words what the citizen wants to say; may be empty
    public Outcome<UUID> report(SpaceId space, Traces.Numbered line, String words) {
        String said = words.strip();
        if (said.length() > LONGEST_WORDS) {
            return Outcome.refused(Problem.MALFORMED, "words");
        }
        String kind = line.trace().actor().kind();
        boolean own = kind.equals("CITIZEN") && line.trace().actor().id().equals(space.toString());
        if (own || kind.equals("SYSTEM")) {
            return Outcome.refused(Problem.CHANGE_NOT_ALLOWED);
        }
        ReportedAccess opened = new ReportedAccess(
                ids.next(),
                space.value(),
                line.number(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ReportedAccess.State.RECEIVED,
                1,
                ReportedAccess.Content.of(line.trace(), said));
        return rows.add(opened) ? Outcome.done(opened.id()) : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    /// All cases of one space, newest first.
    public List<Told> of(SpaceId space) {
        return rows.of(space).stream()
                .map(each -> new Told(
                        each.id(),
                        each.trace(),
                        each.receivedAt(),
                        each.state(),
                        each.answer().map(told -> new Told.Reply(told.founded(), told.text(), told.at()))))
                .toList();
    }
}

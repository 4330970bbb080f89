package fr.monespacesante.record;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.Documents.Change;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Who may change what of a document's metadata (DOC-06, DOC-09, DOC-10, DOC-11).
final class ChangeRules {
    private ChangeRules() {}

    /// Empty when the change is allowed.
    static Optional<Outcome<DocumentEntry>> refusal(Visit visit, DocumentEntry entry, Change change) {
        Set<Mark> touched = new HashSet<>(change.marks().orElse(entry.marks()));
        Set<Mark> kept = new HashSet<>(entry.marks());
        kept.removeAll(touched);
        touched.removeAll(entry.marks());
        touched.addAll(kept);
        return switch (visit.caller()) {
            case Caller.Citizen citizen -> forHolder(change, touched);
            case Caller.Professional professional ->
                forMaker(entry.facts().authors().contains(professional.rpps().nationalId()), touched);
            case Caller.Software software ->
                forMaker(
                        entry.facts()
                                .fedBy()
                                .filter(software.structure()::equals)
                                .isPresent(),
                        touched);
            case Caller.Agent agent -> refused(Problem.ACCESS_REFUSED, "");
            case Caller.Correspondent correspondent -> refused(Problem.ACCESS_REFUSED, "");
            case Caller.Service service -> refused(Problem.ACCESS_REFUSED, "");
        };
    }

    /// The holder hides from professionals and shows again, and nothing else.
    private static Optional<Outcome<DocumentEntry>> forHolder(Change change, Set<Mark> touched) {
        boolean more = change.superseded().isPresent()
                || change.archived().isPresent()
                || change.confidentiality().isPresent();
        if (more || !Set.of(Mark.MASQUE_PS).containsAll(touched)) {
            return refused(Problem.CHANGE_NOT_ALLOWED, "marks");
        }
        return Optional.empty();
    }

    /// Hiding from professionals is the patient's wish: a maker may set it when asked, like the rest of the marks.
    private static Optional<Outcome<DocumentEntry>> forMaker(boolean maker, Set<Mark> touched) {
        if (!maker) {
            return refused(Problem.NOT_THE_AUTHOR, "");
        }
        if (touched.contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX)) {
            return refused(Problem.MARK_NOT_ALLOWED, "marks");
        }
        return Optional.empty();
    }

    private static Optional<Outcome<DocumentEntry>> refused(Problem problem, String where) {
        return Optional.of(Outcome.refused(problem, where));
    }
}

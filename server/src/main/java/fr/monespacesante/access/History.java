package fr.monespacesante.access;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.vault.Damaged;
import fr.monespacesante.vault.Place;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The citizen's view of who did what in their space (TRC-02). A line about a document that the reader may not know of
/// is not there, and nothing shows that one is missing: pages are full, and their keys count nothing.
public final class History {
    private static final String PAGE = "access.history";

    private final Traces traces;

    History(Traces traces) {
        this.traces = traces;
    }

    /// What the record says of documents, whose lines the history holds.
    @FunctionalInterface
    public interface Documents {
        /// For each of these that is there: may the visitor know of it?
        Map<DocumentId, Boolean> known(Collection<DocumentId> documents);
    }

    /// The newest lines first.
    ///
    /// @param after the `next` of the page before; empty, or no key of ours, for the first
    public Page<Traces.Numbered> newest(
            Visit visit, Documents documents, Predicate<Trace> wanted, Optional<String> after, int size) {
        Traces.Part part = traces.newest(
                visit.key(),
                batch -> readable(visit, documents, batch).stream()
                        .filter(line -> wanted.test(line.trace()))
                        .toList(),
                after.flatMap(key -> opened(visit, key)),
                size);
        return new Page<>(part.lines(), part.next().map(number -> sealed(visit, number)));
    }

    /// One line, when the reader may see it.
    public Optional<Traces.Numbered> find(Visit visit, Documents documents, UUID line) {
        return traces.find(visit.key(), line)
                .filter(found -> !readable(visit, documents, List.of(found)).isEmpty());
    }

    private static List<Traces.Numbered> readable(Visit visit, Documents documents, List<Traces.Numbered> lines) {
        List<DocumentId> subjects = lines.stream()
                .map(line -> line.trace().subject())
                .filter(Objects::nonNull)
                .distinct()
                .map(DocumentId::new)
                .toList();
        Map<DocumentId, Boolean> known = documents.known(subjects);
        List<Traces.Numbered> readable = new ArrayList<>();
        for (Traces.Numbered line : lines) {
            UUID subject = line.trace().subject();
            Boolean there = subject == null ? null : known.get(new DocumentId(subject));
            if (there == null ? !kept(visit.right(), line.trace()) : there) {
                readable.add(line);
            }
        }
        return readable;
    }

    /// Of a document that is gone, or never came, its marks at that moment decide.
    private static boolean kept(Right reader, Trace trace) {
        return trace.keptBy().contains(Mark.INVISIBLE_PATIENT)
                || (reader != Right.HOLDER && trace.keptBy().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX));
    }

    private record Key(long number) {}

    private static String sealed(Visit visit, long number) {
        byte[] key = visit.key().seal(new Place(PAGE, visit.id().value(), 0), new Key(number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static Optional<Long> opened(Visit visit, String key) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(key);
            Key opened = visit.key().open(new Place(PAGE, visit.id().value(), 0), sealed, Key.class);
            return Optional.of(opened.number());
        } catch (IllegalArgumentException | Damaged _) {
            return Optional.empty();
        }
    }
}

package fr.monespacesante.record;

import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.AfterCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Erases for good what a holder asks to have erased, whoever made it (ENR-18): rows, words, versions,
/// bytes, and what names them. Only what the holder may know of can be asked for; the history keeps its
/// lines, which hold ids alone.
public final class Erasures {
    private static final int BATCH = 200;

    private final ErasureRows requests;
    private final DocumentRows rows;
    private final AfterCommit afterCommit;
    private final Wishes wishes;
    private final Ids ids;
    private final Duration delay;

    Erasures(ErasureRows requests, DocumentRows rows, AfterCommit afterCommit, Wishes wishes, Ids ids, Duration delay) {
        this.requests = requests;
        this.rows = rows;
        this.afterCommit = afterCommit;
        this.wishes = wishes;
        this.ids = ids;
        this.delay = delay;
    }

    /// What a request would erase.
    ///
    /// @param documents newest first: those of the part, and every version of them that the holder may
    ///     know of
    public record Reach(List<DocumentEntry> documents) {
        public Reach {
            documents = List.copyOf(documents);
        }

        /// Changes when anything that would be erased does.
        public String print() {
            return Integer.toHexString(documents.stream()
                            .map(entry -> entry.id().value())
                            .sorted()
                            .toList()
                            .hashCode())
                    + "-" + documents.size();
        }

        List<Erasure.Count> categories() {
            Map<DocumentCategory, Long> counts = documents.stream()
                    .collect(Collectors.groupingBy(
                            entry -> DocumentCategory.of(entry.type().code()), TreeMap::new, Collectors.counting()));
            return counts.entrySet().stream()
                    .map(count -> new Erasure.Count(
                            count.getKey().name(), count.getValue().intValue()))
                    .toList();
        }
    }

    public Reach reach(Visit visit, ErasedPart part) {
        List<DocumentEntry> visible = new ArrayList<>();
        rows.each(visit, entry -> {
            if (visit.sees(entry.facts())) {
                visible.add(entry);
            }
        });
        Set<UUID> series =
                visible.stream().filter(part::holds).map(DocumentEntry::series).collect(Collectors.toSet());
        return new Reach(visible.stream()
                .filter(entry -> series.contains(entry.series()))
                .sorted(Comparator.comparing(DocumentEntry::created)
                        .reversed()
                        .thenComparing(entry -> entry.id().value()))
                .toList());
    }

    /// Receives a request, which is done from its `beginsAt` on.
    ///
    /// @param print of the reach that the holder was shown
    /// @return refused as NOT_FOUND when there is nothing to erase, as VERSION_MISMATCH when it is no
    ///     longer the same
    public Outcome<Erasure> ask(Visit visit, ErasedPart part, String print) {
        Reach reach = reach(visit, part);
        if (reach.documents().isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        if (!reach.print().equals(print)) {
            return Outcome.refused(Problem.VERSION_MISMATCH);
        }
        Instant now = visit.now();
        Erasure erasure = new Erasure(
                ids.next(),
                Erasure.State.RECEIVED,
                now,
                now.plus(delay),
                Optional.empty(),
                reach.documents().size(),
                0,
                reach.categories());
        requests.add(
                visit,
                erasure,
                reach.documents().stream().map(DocumentEntry::id).toList());
        return Outcome.done(erasure);
    }

    /// The requests of this space, newest first.
    public List<Erasure> of(Visit visit) {
        return requests.of(visit);
    }

    /// Withdraws a request that has not begun.
    ///
    /// @return refused as TRANSITION_NOT_ALLOWED when it has
    public Outcome<UUID> withdraw(Visit visit, UUID request) {
        return requests.withdraw(visit, request)
                ? Outcome.done(request)
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    /// Does a part of a request in one transaction; called until nothing is left.
    ///
    /// @return true when there is more to do
    Outcome<Boolean> erase(Visit visit, UUID request) {
        if (!requests.take(visit, request)) {
            return Outcome.done(false);
        }
        List<DocumentId> batch = requests.documents(visit, request, BATCH);
        List<DocumentEntry> there = batch.isEmpty() ? List.of() : rows.find(visit, batch);
        for (DocumentEntry entry : there) {
            rows.remove(visit, entry.id());
            afterCommit.remove(visit.id(), entry.content().blob());
        }
        requests.erased(
                visit,
                request,
                batch,
                there.stream().map(DocumentEntry::uniqueId).toList());
        if (!there.isEmpty()) {
            visit.tell(new SpaceEvent.DocumentsErased(
                    there.stream().map(DocumentEntry::id).collect(Collectors.toSet())));
        }
        Set<UUID> series = there.stream().map(DocumentEntry::series).collect(Collectors.toCollection(HashSet::new));
        Outcome<Boolean> forgotten = wishes.erased(visit, series);
        if (forgotten instanceof Outcome.Refused<Boolean>) {
            return forgotten;
        }
        if (batch.size() == BATCH) {
            return Outcome.done(true);
        }
        rows.removeEmptySubmissions(visit);
        requests.done(visit, request);
        visit.tell(new SpaceEvent.ErasureDone(request));
        return Outcome.done(false);
    }
}

package fr.monespacesante.record;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Documents that replaced one another. A visitor who may not know of one of them must not learn of it from its
/// neighbours (ACC-12), and what the patient hides is hidden in all its versions (DOC-06).
final class Chains {
    private final DocumentRows rows;

    Chains(DocumentRows rows) {
        this.rows = rows;
    }

    DocumentEntry seen(Visit visit, DocumentEntry entry) {
        return seen(visit, List.of(entry)).getFirst();
    }

    /// These documents as the visitor may know them: a neighbour that they may not know of never was.
    ///
    /// @param entries all of which the visitor may know of
    List<DocumentEntry> seen(Visit visit, List<DocumentEntry> entries) {
        Map<DocumentId, Boolean> known = new HashMap<>();
        entries.forEach(entry -> known.put(entry.id(), true));
        List<DocumentId> others = new ArrayList<>();
        for (DocumentEntry entry : entries) {
            for (DocumentId other : neighbours(entry)) {
                if (known.putIfAbsent(other, false) == null) {
                    others.add(other);
                }
            }
        }
        if (!others.isEmpty()) {
            rows.find(visit, others).forEach(other -> known.put(other.id(), visit.sees(other.facts())));
        }
        Predicate<@Nullable DocumentId> gone = id -> id != null && !known.getOrDefault(id, false);
        return entries.stream()
                .map(entry -> gone.test(entry.replaces()) || gone.test(entry.replacedBy())
                        ? without(entry, gone.test(entry.replaces()), gone.test(entry.replacedBy()))
                        : entry)
                .toList();
    }

    private static List<DocumentId> neighbours(DocumentEntry entry) {
        List<DocumentId> neighbours = new ArrayList<>();
        Optional.ofNullable(entry.replaces()).ifPresent(neighbours::add);
        Optional.ofNullable(entry.replacedBy()).ifPresent(neighbours::add);
        return neighbours;
    }

    /// Hides every version before this one like it, or shows them again; versions that are so already stay as they are.
    void alike(Visit visit, DocumentEntry newest) {
        boolean hidden = newest.hidden();
        Optional<DocumentEntry> older = Optional.ofNullable(newest.replaces()).flatMap(id -> rows.find(visit, id));
        while (older.isPresent()) {
            DocumentEntry entry = older.get();
            if (entry.hidden() != hidden) {
                Documents.Change change = Documents.Change.hide(entry, hidden);
                rows.change(visit, changed(entry, change));
            }
            older = Optional.ofNullable(entry.replaces()).flatMap(id -> rows.find(visit, id));
        }
    }

    /// The marks of a document that takes the place of another: what was kept from somebody stays kept from them. Who
    /// wants it otherwise says so by a change.
    static Set<Mark> inherited(Set<Mark> marks, Optional<DocumentEntry> before) {
        Set<Mark> all = new HashSet<>(marks);
        before.ifPresent(older -> all.addAll(older.marks()));
        return all;
    }

    static DocumentEntry changed(DocumentEntry entry, Documents.Change change) {
        return copy(
                entry,
                entry.version() + 1,
                change.superseded().orElse(entry.superseded()),
                change.archived().orElse(entry.archived()),
                change.marks().orElse(entry.marks()),
                change.confidentiality().orElse(entry.confidentiality()),
                entry.replaces(),
                entry.replacedBy());
    }

    static DocumentEntry supersededBy(DocumentEntry entry, DocumentId newer) {
        return copy(
                entry,
                entry.version() + 1,
                true,
                entry.archived(),
                entry.marks(),
                entry.confidentiality(),
                entry.replaces(),
                newer);
    }

    private static DocumentEntry without(DocumentEntry entry, boolean older, boolean newer) {
        return copy(
                entry,
                entry.version(),
                !newer && entry.superseded(),
                entry.archived(),
                entry.marks(),
                entry.confidentiality(),
                older ? null : entry.replaces(),
                newer ? null : entry.replacedBy());
    }

    private static DocumentEntry copy(
            DocumentEntry entry,
            long version,
            boolean superseded,
            boolean archived,
            Set<Mark> marks,
            String confidentiality,
            @Nullable DocumentId replaces,
            @Nullable DocumentId replacedBy) {
        return new DocumentEntry(
                entry.id(),
                entry.uniqueId(),
                version,
                superseded,
                archived,
                entry.type(),
                entry.documentClass(),
                entry.title(),
                entry.description(),
                entry.created(),
                entry.arrivedAt(),
                entry.authors(),
                entry.authenticator(),
                entry.custodian(),
                entry.content(),
                confidentiality,
                marks,
                entry.context(),
                entry.source(),
                replaces,
                replacedBy,
                entry.submission(),
                entry.first());
    }
}

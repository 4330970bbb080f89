package fr.monespacesante.record;

import fr.monespacesante.kernel.DocumentId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A search in one space. The channel says what it wants in these terms; what the visitor may know of is not its
/// business and is applied by the record, first.
///
/// @param words folded words, each the beginning of a word of the title, the authors or the text; empty for any
/// @param after the last document of the page before, in the same order; empty for the first page
/// @param size of a page, at least 1
public record DocumentQuery(
        Predicate<DocumentEntry> wanted,
        List<String> words,
        Comparator<DocumentEntry> order,
        Optional<DocumentId> after,
        int size) {

    /// Newest arrivals first: what a list shows when nobody asked for another order.
    public static final Comparator<DocumentEntry> NEWEST_ARRIVAL = Comparator.comparing(DocumentEntry::arrivedAt)
            .reversed()
            .thenComparing(
                    Comparator.comparing((DocumentEntry entry) -> entry.id().value())
                            .reversed());

    public DocumentQuery {
        words = List.copyOf(words);
        if (size < 1) {
            throw new IllegalArgumentException("a page holds at least one document");
        }
    }

    /// What a space shows by itself: current documents, newest first.
    public static DocumentQuery current(int size) {
        return new DocumentQuery(
                entry -> !entry.superseded() && !entry.archived(), List.of(), NEWEST_ARRIVAL, Optional.empty(), size);
    }

    /// One page of what was found.
    ///
    /// @param total of everything that was found and may be known of, over all pages
    public record Found(List<DocumentEntry> documents, int total, Optional<DocumentId> next) {
        public Found {
            documents = List.copyOf(documents);
        }
    }
}

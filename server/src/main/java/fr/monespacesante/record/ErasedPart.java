package fr.monespacesante.record;

import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.DocumentId;
import java.time.Instant;
import java.util.Set;

/// Which part of a record its holder wants erased (ENR-18).
public sealed interface ErasedPart {
    boolean holds(DocumentEntry entry);

    record OfCategory(DocumentCategory category) implements ErasedPart {
        @Override
        public boolean holds(DocumentEntry entry) {
            return DocumentCategory.of(entry.type().code()) == category;
        }
    }

    /// By the date of the document.
    ///
    /// @param until the first moment after the period
    record OfPeriod(Instant from, Instant until) implements ErasedPart {
        @Override
        public boolean holds(DocumentEntry entry) {
            return !entry.created().isBefore(from) && entry.created().isBefore(until);
        }
    }

    /// Of a professional or an establishment, as documents name them.
    record OfAuthor(String name) implements ErasedPart {
        @Override
        public boolean holds(DocumentEntry entry) {
            return entry.authors().stream().anyMatch(this::is)
                    || name.equals(entry.source().structureName());
        }

        private boolean is(DocumentEntry.Author author) {
            DocumentEntry.Organisation organisation = author.organisation();
            return !author.patient()
                    && (author.displayName().equals(name)
                            || (organisation != null && organisation.name().equals(name)));
        }
    }

    record Chosen(Set<DocumentId> documents) implements ErasedPart {
        public Chosen {
            documents = Set.copyOf(documents);
        }

        @Override
        public boolean holds(DocumentEntry entry) {
            return documents.contains(entry.id());
        }
    }
}

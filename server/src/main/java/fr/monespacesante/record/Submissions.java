package fr.monespacesante.record;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What came together into a space (ITI-66): shown with the documents of it that the visitor may know of.
public final class Submissions {
    private final DocumentRows rows;

    Submissions(DocumentRows rows) {
        this.rows = rows;
    }

    /// @param documents only those that the visitor may know of; never empty
    public record Entry(UUID id, String uniqueId, Instant at, List<DocumentEntry> documents) {
        public Entry {
            documents = List.copyOf(documents);
        }
    }

    /// Newest first. A submission of which the visitor may know no document is not there.
    public List<Entry> list(Visit visit) {
        return rows.submissions(visit).stream()
                .map(submission -> new Entry(
                        submission.id(),
                        submission.uniqueId(),
                        submission.at(),
                        visible(visit, submission.documents())))
                .filter(entry -> !entry.documents().isEmpty())
                .toList();
    }

    private List<DocumentEntry> visible(Visit visit, List<DocumentId> documents) {
        return rows.find(visit, documents).stream()
                .filter(entry -> visit.sees(entry.facts()))
                .toList();
    }
}

package fr.monespacesante.record;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry.Source;
import fr.monespacesante.vault.AfterCommit;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The documents of one space. Every method works inside a visit and shows the visitor nothing that they may not know
/// of: such a document and one that never was are the same answer.
public final class Documents {
    private final DocumentRows rows;
    private final Chains chains;
    private final BlobStore blobs;
    private final AfterCommit afterCommit;
    private final Ids ids;
    private final Incoming incoming;

    Documents(DocumentRows rows, BlobStore blobs, AfterCommit afterCommit, Ids ids) {
        this.rows = rows;
        this.chains = new Chains(rows);
        this.blobs = blobs;
        this.afterCommit = afterCommit;
        this.ids = ids;
        this.incoming = new Incoming(ids);
    }

    /// @param entry as it stands in the space now
    /// @param fresh false when the same document was there already (DOC-12)
    public record Deposited(DocumentEntry entry, boolean fresh) {}

    /// What came together: the documents are all kept, or none.
    ///
    /// @param uniqueId of the submission set, given by the sender; the same one again is the same submission
    public record Submission(String uniqueId, List<Prepared> documents) {
        public Submission {
            documents = List.copyOf(documents);
        }
    }

    /// Keeps new documents. When the visit has committed, nothing short of losing the disk loses them (DOC-13).
    ///
    /// @return one result for each document, in order; refused with `document[i].…` as the place of what is wrong
    public Outcome<List<Deposited>> deposit(Visit visit, Submission submission) {
        UUID submissionId = ids.next();
        List<Deposited> results = new ArrayList<>();
        for (int i = 0; i < submission.documents().size(); i++) {
            Outcome<Deposited> one = depositOne(visit, submission.documents().get(i), submissionId);
            switch (one) {
                case Outcome.Done<Deposited>(Deposited deposited) -> results.add(deposited);
                case Outcome.Refused<Deposited>(Problem problem, String where) -> {
                    return Outcome.refused(problem, "document[" + i + "]." + where);
                }
            }
        }
        List<DocumentId> together =
                results.stream().map(result -> result.entry().id()).toList();
        if (results.stream().anyMatch(Deposited::fresh)) {
            rows.addSubmission(
                    visit, new DocumentRows.Submission(submissionId, submission.uniqueId(), visit.now(), together));
        }
        return Outcome.done(results);
    }

    private Outcome<Deposited> depositOne(Visit visit, Prepared prepared, UUID submission) {
        Optional<String> difference = prepared.patient()
                .flatMap(named -> Deposits.difference(named, visit.space().person()));
        if (difference.isPresent()) {
            return Outcome.refused(Problem.PATIENT_MISMATCH, "patient." + difference.get());
        }
        NewDocument wanted = prepared.document();
        Optional<DocumentEntry> before = Optional.empty();
        if (wanted.replaces().isPresent()) {
            before = rows.find(visit, wanted.replaces().get()).filter(entry -> mayReplace(visit, entry));
            if (before.isEmpty()) {
                return Outcome.refused(Problem.REPLACED_DOCUMENT_UNKNOWN, "replaces");
            }
        }
        DocumentEntry entry = incoming.entry(visit, prepared, submission, before);
        if (!rows.add(visit, entry, prepared.words())) {
            return again(visit, prepared);
        }
        if (before.isPresent() && before.get().superseded()) {
            return Outcome.refused(Problem.REPLACED_DOCUMENT_NOT_CURRENT, "replaces");
        }
        if (before.isPresent() && !rows.change(visit, Chains.supersededBy(before.get(), entry.id()))) {
            return Outcome.refused(Problem.VERSION_MISMATCH, "replaces");
        }
        if (entry.hidden()) {
            chains.alike(visit, entry);
        }
        keep(visit, entry, prepared.stored());
        visit.concerns(entry.id(), entry.facts());
        visit.tell(before.<SpaceEvent>map(
                        old -> new SpaceEvent.DocumentReplaced(old.id(), entry.id(), shown(visit, entry)))
                .orElseGet(() -> new SpaceEvent.DocumentDeposited(entry.id(), shown(visit, entry))));
        return Outcome.done(new Deposited(entry, true));
    }

    /// The same uniqueId again: the same content is the same document, other content is refused (DOC-12). So is a
    /// document that the sender may not know of: they learn nothing of it by sending it.
    private Outcome<Deposited> again(Visit visit, Prepared prepared) {
        Optional<DocumentEntry> known =
                findByUniqueId(visit, prepared.document().uniqueId());
        if (known.isPresent()
                && known.get().content().sha256().equals(prepared.hashes().sha256())) {
            visit.concerns(known.get().id(), known.get().facts());
            return Outcome.done(new Deposited(known.get(), false));
        }
        return Outcome.refused(Problem.UNIQUE_ID_TAKEN, "uniqueId");
    }

    private static SpaceEvent.Shown shown(Visit visit, DocumentEntry entry) {
        return SpaceEvent.Shown.of(visit.rights(), entry.facts());
    }

    private static boolean mayReplace(Visit visit, DocumentEntry entry) {
        return switch (visit.caller()) {
            case Caller.Citizen citizen ->
                entry.source().kind() == Source.Kind.CITIZEN && visit.right() != Right.CAREGIVER;
            case Caller.Professional professional ->
                entry.facts().authors().contains(professional.rpps().nationalId());
            case Caller.Software software ->
                entry.facts().fedBy().filter(software.structure()::equals).isPresent();
            case Caller.Agent agent -> false;
            case Caller.Correspondent correspondent -> false;
            case Caller.Service service -> service.task() == Caller.Service.Task.MIGRATION;
        };
    }

    private void keep(Visit visit, DocumentEntry entry, byte[] stored) {
        UUID blob = entry.content().blob();
        try {
            blobs.keep(visit.id(), blob, out -> {
                try (var sealing = visit.key().sealing(blob, out)) {
                    sealing.write(stored);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the document could not be kept", e);
        }
    }

    /// One page of what the visitor may know of and asked for.
    public DocumentQuery.Found list(Visit visit, DocumentQuery query) {
        List<DocumentEntry> visible = new ArrayList<>();
        Consumer<DocumentEntry> keep = entry -> {
            if (visit.sees(entry.facts())) {
                visible.add(entry);
            }
        };
        if (query.words().isEmpty()) {
            rows.each(visit, keep);
        } else {
            rows.eachWithWords(visit, query.words(), keep);
        }
        List<DocumentEntry> found = new ArrayList<>(
                chains.seen(visit, visible).stream().filter(query.wanted()).toList());
        found.sort(query.order());
        int from = query.after().map(last -> placeAfter(found, last)).orElse(0);
        int to = Math.min(found.size(), from + query.size());
        List<DocumentEntry> page = found.subList(from, to);
        Optional<DocumentId> next =
                to < found.size() ? Optional.of(page.getLast().id()) : Optional.empty();
        return new DocumentQuery.Found(page, found.size(), next);
    }

    private static int placeAfter(List<DocumentEntry> found, DocumentId last) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).id().equals(last)) {
                return i + 1;
            }
        }
        return found.size();
    }

    /// The metadata of one document.
    public Outcome<DocumentEntry> find(Visit visit, DocumentId document) {
        return kept(visit, document).map(entry -> chains.seen(visit, entry));
    }

    /// The same with all its neighbours, for what is written back.
    private Outcome<DocumentEntry> kept(Visit visit, DocumentId document) {
        Optional<DocumentEntry> found = rows.find(visit, document).filter(entry -> visit.sees(entry.facts()));
        found.ifPresent(entry -> visit.touched(document, entry.facts()));
        return found.map(Outcome::done).orElseGet(visit::unseen);
    }

    /// Those of these documents that are there and that the visitor may know of, in one statement.
    public Map<DocumentId, DocumentEntry> known(Visit visit, Collection<DocumentId> documents) {
        Map<DocumentId, DocumentEntry> known = new HashMap<>();
        if (!documents.isEmpty()) {
            rows.find(visit, List.copyOf(documents)).stream()
                    .filter(entry -> visit.sees(entry.facts()))
                    .forEach(entry -> known.put(entry.id(), entry));
        }
        return known;
    }

    /// For each of these documents that is there: may the visitor know of it? In one statement.
    public Map<DocumentId, Boolean> standing(Visit visit, Collection<DocumentId> documents) {
        Map<DocumentId, Boolean> standing = new HashMap<>();
        if (!documents.isEmpty()) {
            rows.find(visit, List.copyOf(documents))
                    .forEach(entry -> standing.put(entry.id(), visit.sees(entry.facts())));
        }
        return standing;
    }

    public Optional<DocumentEntry> findByUniqueId(Visit visit, String uniqueId) {
        return rows.findByUniqueId(visit, uniqueId)
                .filter(entry -> visit.sees(entry.facts()))
                .map(entry -> chains.seen(visit, entry));
    }

    /// A document with its bytes, to be streamed after the visit.
    public Outcome<OpenDocument> open(Visit visit, DocumentId document) {
        return find(visit, document).map(entry -> new OpenDocument(entry, visit.key(), blobs));
    }

    /// Everything that the visitor may know of, superseded and archived too, to be streamed after the
    /// visit.
    public List<OpenDocument> all(Visit visit) {
        List<DocumentEntry> visible = new ArrayList<>();
        rows.each(visit, entry -> {
            if (visit.sees(entry.facts())) {
                visible.add(entry);
            }
        });
        return chains.seen(visit, visible).stream()
                .map(entry -> new OpenDocument(entry, visit.key(), blobs))
                .toList();
    }

    /// The earlier versions of a document's metadata, newest first, back to the first one that the
    /// visitor may not know of; none of a document that is hidden by now.
    public List<DocumentEntry> history(Visit visit, DocumentId document) {
        if (find(visit, document) instanceof Outcome.Refused<DocumentEntry>) {
            return List.of();
        }
        return chains.seen(
                visit,
                rows.history(visit, document).stream()
                        .takeWhile(entry -> visit.sees(entry.facts()))
                        .toList());
    }

    /// What may change of a document that is there (DOC-11); what is empty stays.
    ///
    /// @param expectedVersion refused as VERSION_MISMATCH when the document has another one by now
    public record Change(
            Optional<Long> expectedVersion,
            Optional<Boolean> superseded,
            Optional<Boolean> archived,
            Optional<Set<Mark>> marks,
            Optional<String> confidentiality) {

        /// The citizen hides a document from professionals, or shows it again (DOC-06).
        public static Change hide(DocumentEntry entry, boolean hidden) {
            Set<Mark> marks = new HashSet<>(entry.marks());
            if (hidden) {
                marks.add(Mark.MASQUE_PS);
            } else {
                marks.remove(Mark.MASQUE_PS);
            }
            return new Change(
                    Optional.of(entry.version()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(marks),
                    Optional.empty());
        }
    }

    /// Changes metadata. The holder changes only whether professionals see it; a professional or a structure changes
    /// only what they made.
    public Outcome<DocumentEntry> change(Visit visit, DocumentId document, Change change) {
        Outcome<DocumentEntry> found = kept(visit, document);
        if (!(found instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry))) {
            return found;
        }
        if (change.expectedVersion()
                .filter(version -> version != entry.version())
                .isPresent()) {
            return Outcome.refused(Problem.VERSION_MISMATCH, "version");
        }
        Optional<Outcome<DocumentEntry>> refusal = ChangeRules.refusal(visit, entry, change);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        DocumentEntry changed = Chains.changed(entry, change);
        if (!rows.change(visit, changed)) {
            return Outcome.refused(Problem.VERSION_MISMATCH, "version");
        }
        if (changed.hidden() != entry.hidden()) {
            chains.alike(visit, changed);
        }
        visit.tell(new SpaceEvent.DocumentChanged(document, shown(visit, changed)));
        return Outcome.done(chains.seen(visit, changed));
    }

    /// Deletes a document for good, and every earlier version it replaced (DOC-07): the citizen what they added, a
    /// professional or a structure what they made.
    public Outcome<DocumentEntry> delete(Visit visit, DocumentId document, Optional<Long> expectedVersion) {
        Outcome<DocumentEntry> found = kept(visit, document);
        if (!(found instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry))) {
            return found;
        }
        if (!mayReplace(visit, entry)) {
            return Outcome.refused(Problem.NOT_THE_AUTHOR);
        }
        if (entry.superseded()) {
            return Outcome.refused(Problem.NOT_LATEST_VERSION);
        }
        if (expectedVersion.filter(version -> version != entry.version()).isPresent()) {
            return Outcome.refused(Problem.VERSION_MISMATCH, "version");
        }
        Optional<DocumentEntry> next = Optional.of(entry);
        while (next.isPresent()) {
            DocumentEntry gone = next.get();
            rows.remove(visit, gone.id());
            afterCommit.remove(visit.id(), gone.content().blob());
            next = Optional.ofNullable(gone.replaces()).flatMap(older -> rows.find(visit, older));
        }
        visit.tell(new SpaceEvent.DocumentDeleted(document));
        return Outcome.done(entry);
    }
}

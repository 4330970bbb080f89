package fr.monespacesante.messaging;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Visit;
import fr.monespacesante.content.Photos;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.Attachment.Kind;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.mail.XdmPackage;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.record.Prepared;
import fr.monespacesante.vault.SpaceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What professionals attached becomes documents of the record (MSG-04), in three steps: the message is opened
/// (`Conversations.open`, in `ReadMessage`); outside any visit its bytes are read and checked (`look` to show what is
/// there, then `enclosed` or `file`); what is ready is kept inside a visit in `Ready.act()`.
///
/// The source of such a document is the citizen who saves it: they may delete it again. Its authors are those of its
/// metadata or, where it has none, the correspondent by name alone. The bytes come from the sealed message, so nobody
/// signs anything in a professional's name by saving it.
public final class SavedAttachments {
    /// As for a file that is added by hand (facts, section 1.6); an enclosed document with metadata may be larger.
    public static final int LARGEST = 5_000_000;

    private final Conversations conversations;
    private final Enclosures enclosures;
    private final Deposits deposits;
    private final Documents documents;
    private final Photos photos;

    SavedAttachments(
            Conversations conversations, Enclosures enclosures, Deposits deposits, Documents documents, Photos photos) {
        this.conversations = conversations;
        this.enclosures = enclosures;
        this.deposits = deposits;
        this.documents = documents;
        this.photos = photos;
    }

    /// One document that an attachment holds.
    ///
    /// @param part its place in a package, from 0; 0 for a file
    /// @param typeCode empty when it has to be asked
    /// @param author as a reader expects it; may be empty
    public record Held(
            int part, String title, String typeCode, Optional<Instant> created, String author, String mimeType) {
        /// Saved in one click; else its type and date are asked.
        public boolean described() {
            return !typeCode.isEmpty();
        }

        @Override
        public String toString() {
            return "Held[" + part + "]";
        }
    }

    /// What the citizen says of a file that says nothing of itself.
    ///
    /// @param hide from professionals
    public record Wanted(String title, String typeCode, LocalDate date, boolean hide) {
        @Override
        public String toString() {
            return "Wanted[redacted]";
        }
    }

    /// Checked, and ready to be kept.
    public static final class Ready {
        private final Message message;
        private final int index;
        private final List<Piece> pieces;

        private Ready(Message message, int index, List<Piece> pieces) {
            this.message = message;
            this.index = index;
            this.pieces = List.copyOf(pieces);
        }

        public MessageAct.SaveAttachment act() {
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            pieces.forEach(piece -> marks.addAll(piece.prepared().document().marks()));
            return new MessageAct.SaveAttachment(message.conversation(), marks);
        }
    }

    private record Piece(int part, Prepared prepared, Optional<XdmPackage.Patient> patient, List<String> replaces) {}

    /// @param part its place in the package; 0 for a file
    /// @param fresh false when it was among the documents already
    public record Kept(int part, DocumentEntry entry, boolean fresh) {}

    /// What an attachment holds: the documents of a package and the PDFs beside them, or itself.
    ///
    /// @return refused as `XdmReader` does, NOT_FOUND, or DOCUMENT_DAMAGED
    public Outcome<List<Held>> look(Conversations.Opened opened, int index) {
        return attachment(opened, index)
                .then(part -> part.attachment().kind() == Kind.XDM
                        ? packed(opened, index).map(SavedAttachments::held)
                        : Outcome.done(List.of(file(part.attachment()))));
    }

    /// The bytes of one document that an attachment holds, to be shown or downloaded.
    public Outcome<PartContent> open(Conversations.Opened opened, int index, int part) {
        return attachment(opened, index)
                .then(whole -> whole.attachment().kind() == Kind.XDM
                        ? packed(opened, index).then(found -> inside(found, part, index))
                        : part == 0 ? Outcome.done(whole) : Outcome.refused(Problem.NOT_FOUND));
    }

    /// Makes ready all the documents of a package, with their metadata.
    ///
    /// @return refused as `look`, or as `Deposits` with `document[i].…` as the place
    public Outcome<Ready> enclosed(Conversations.Opened opened, int index) {
        return packed(opened, index).then(found -> {
            List<Piece> pieces = new ArrayList<>();
            for (XdmPackage.Document document : found.documents()) {
                int part = pieces.size();
                NewDocument wanted = SavedDocument.of(document, opened);
                switch (deposits.prepare(wanted, document.bytes())) {
                    case Outcome.Done<Prepared>(Prepared prepared) ->
                        pieces.add(new Piece(part, prepared, Optional.of(document.patient()), document.replaces()));
                    case Outcome.Refused<Prepared>(Problem problem, String where) -> {
                        return Outcome.refused(problem, "document[" + part + "]." + where);
                    }
                }
            }
            return Outcome.done(new Ready(opened.message(), index, pieces));
        });
    }

    /// Makes ready one file, or one document of a package whose metadata do not suffice.
    ///
    /// @return refused as `look`, as TOO_LARGE, as MIME_TYPE_UNSUPPORTED for what a space does not hold,
    ///     or as `Deposits` does
    public Outcome<Ready> file(Conversations.Opened opened, int index, int part, Wanted wanted) {
        return open(opened, index, part)
                .then(this::fitting)
                .then(content -> {
                    NewDocument document = SavedDocument.of(wanted, content.attachment(), opened, index, part);
                    return deposits.prepare(document, content.bytes());
                })
                .map(prepared -> new Ready(
                        opened.message(), index, List.of(new Piece(part, prepared, Optional.empty(), List.of()))));
    }

    /// Keeps what is ready, and notes it on the message. In a visit in `Ready.act()`.
    ///
    /// @return one for each document, in order; refused as PATIENT_MISMATCH when one is about somebody else: then
    ///     none is kept
    public Outcome<List<Kept>> keep(Visit visit, Ready ready) {
        if (conversations.find(visit, ready.message.conversation()) instanceof Outcome.Refused<Conversation>) {
            return visit.unseen();
        }
        List<Prepared> fresh = new ArrayList<>();
        List<Kept> known = new ArrayList<>();
        for (Piece piece : ready.pieces) {
            boolean other = piece.patient()
                    .flatMap(named -> Enclosures.difference(named, visit.space().person()))
                    .isPresent();
            if (other) {
                return Outcome.refused(Problem.PATIENT_MISMATCH, "document[" + piece.part() + "].patient");
            }
            Optional<DocumentEntry> there =
                    documents.findByUniqueId(visit, piece.prepared().document().uniqueId());
            if (there.isPresent()) {
                known.add(new Kept(piece.part(), there.get(), false));
            } else {
                fresh.add(replacing(visit, piece));
            }
        }
        String submission = SavedDocument.submission(ready.message, ready.index);
        Outcome<List<Documents.Deposited>> deposited = fresh.isEmpty()
                ? Outcome.done(List.of())
                : documents.deposit(visit, new Documents.Submission(submission, fresh));
        return deposited.map(done -> noted(visit, ready, known, done));
    }

    /// What was saved of a message and is among the documents still, as far as the visitor may know.
    public List<Message.Saved> standing(Visit visit, Message message) {
        List<DocumentId> saved = message.saved().stream()
                .map(Message.Saved::document)
                .map(DocumentId::new)
                .toList();
        Map<DocumentId, DocumentEntry> known = documents.known(visit, saved);
        return message.saved().stream()
                .filter(one -> known.containsKey(new DocumentId(one.document())))
                .toList();
    }

    private List<Kept> noted(Visit visit, Ready ready, List<Kept> known, List<Documents.Deposited> deposited) {
        List<Kept> all = new ArrayList<>();
        int next = 0;
        for (Piece piece : ready.pieces) {
            Optional<Kept> there =
                    known.stream().filter(one -> one.part() == piece.part()).findFirst();
            if (there.isPresent()) {
                all.add(there.get());
            } else {
                Documents.Deposited one = deposited.get(next++);
                all.add(new Kept(piece.part(), one.entry(), one.fresh()));
            }
        }
        for (Kept one : all) {
            conversations.saved(
                    visit,
                    ready.message.id(),
                    new Message.Saved(ready.index, one.part(), one.entry().id().value()));
        }
        return all;
    }

    /// A document that takes the place of one which the same person saved before does so here too.
    private Prepared replacing(Visit visit, Piece piece) {
        return piece.replaces().stream()
                .flatMap(id -> documents.findByUniqueId(visit, SavedDocument.urn(id)).stream())
                .filter(old -> old.source().kind() == DocumentEntry.Source.Kind.CITIZEN && !old.superseded())
                .findFirst()
                .map(old -> piece.prepared().replacing(old.id()))
                .orElse(piece.prepared());
    }

    private Outcome<PartContent> attachment(Conversations.Opened opened, int index) {
        return bytes(opened)
                .then(raw -> enclosures
                        .part(raw, index)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND)));
    }

    private Outcome<XdmPackage> packed(Conversations.Opened opened, int index) {
        return bytes(opened).then(raw -> enclosures.read(raw, index));
    }

    private static Outcome<byte[]> bytes(Conversations.Opened opened) {
        try {
            return Outcome.done(opened.raw().bytes());
        } catch (SpaceKey.DamagedStream damaged) {
            return Outcome.refused(Problem.DOCUMENT_DAMAGED);
        } catch (IOException e) {
            throw new UncheckedIOException("a message cannot be read", e);
        }
    }

    private static List<Held> held(XdmPackage found) {
        List<Held> held = new ArrayList<>();
        for (XdmPackage.Document document : found.documents()) {
            held.add(new Held(
                    held.size(),
                    SavedDocument.title(document),
                    SavedDocument.typeCode(document),
                    document.created(),
                    SavedDocument.author(document),
                    document.mimeType()));
        }
        for (XdmPackage.Companion companion : found.companions()) {
            held.add(new Held(held.size(), companion.name(), "", Optional.empty(), "", "application/pdf"));
        }
        return held;
    }

    private static Held file(Attachment attachment) {
        return new Held(0, attachment.name(), "", Optional.empty(), "", attachment.mimeType());
    }

    private static Outcome<PartContent> inside(XdmPackage found, int part, int index) {
        int companion = part - found.documents().size();
        if (part < 0 || companion >= found.companions().size()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        if (companion >= 0) {
            XdmPackage.Companion one = found.companions().get(companion);
            return Outcome.done(new PartContent(
                    new Attachment(index, one.name(), "application/pdf", one.bytes().length, Kind.FILE), one.bytes()));
        }
        XdmPackage.Document one = found.documents().get(part);
        return Outcome.done(new PartContent(
                new Attachment(index, SavedDocument.fileName(one), one.mimeType(), one.bytes().length, Kind.FILE),
                one.bytes()));
    }

    /// As a file that is added by hand: a picture that is too large becomes a PDF that is not.
    private Outcome<PartContent> fitting(PartContent content) {
        Attachment attachment = content.attachment();
        boolean large = content.bytes().length > LARGEST;
        if (!large || !attachment.mimeType().startsWith("image/")) {
            return large ? Outcome.refused(Problem.TOO_LARGE) : Outcome.done(content);
        }
        return photos.toPdf(List.of(content.bytes()))
                .then(pdf -> pdf.length > LARGEST
                        ? Outcome.refused(Problem.TOO_LARGE)
                        : Outcome.done(new PartContent(
                                new Attachment(
                                        attachment.index(),
                                        attachment.name(),
                                        "application/pdf",
                                        pdf.length,
                                        attachment.kind()),
                                pdf)));
    }
}

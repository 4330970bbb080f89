package fr.monespacesante.record;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.record.DocumentEntry.Source;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What becomes of a document that comes in: its entry, as it will stand in the space.
final class Incoming {
    private final Ids ids;

    Incoming(Ids ids) {
        this.ids = ids;
    }

    DocumentEntry entry(Visit visit, Prepared prepared, UUID submission, Optional<DocumentEntry> before) {
        NewDocument wanted = prepared.document();
        Set<Mark> marks = marks(visit, wanted, before);
        var type = Nomenclatures.national().type(wanted.type().code()).orElseThrow();
        var documentClass =
                Nomenclatures.national().documentClass(type.classCode()).orElseThrow();
        return new DocumentEntry(
                new DocumentId(ids.next()),
                wanted.uniqueId(),
                1,
                earlier(visit, prepared).filter(Prepared.Earlier::superseded).isPresent(),
                earlier(visit, prepared).filter(Prepared.Earlier::archived).isPresent(),
                type.code(),
                documentClass,
                wanted.title(),
                wanted.description(),
                wanted.created(),
                earlier(visit, prepared).map(Prepared.Earlier::arrivedAt).orElse(visit.now()),
                wanted.authors(),
                wanted.authenticator(),
                wanted.custodian(),
                new DocumentEntry.Content(
                        ids.next(),
                        wanted.mimeType(),
                        wanted.format(),
                        wanted.language(),
                        prepared.size(),
                        prepared.hashes().sha1(),
                        prepared.hashes().sha256(),
                        prepared.packed()),
                wanted.confidentiality(),
                marks,
                wanted.context(),
                earlier(visit, prepared).map(Prepared.Earlier::source).orElseGet(() -> source(visit)),
                wanted.replaces().orElse(null),
                null,
                submission,
                before.map(DocumentEntry::series).orElse(null));
    }

    /// What the sender asked, what the version before had, and what the holder wants of everything that comes in
    /// (ACC-13).
    private static Set<Mark> marks(Visit visit, NewDocument wanted, Optional<DocumentEntry> before) {
        Set<Mark> marks = new HashSet<>(Chains.inherited(wanted.marks(), before));
        boolean comesIn = !(visit.caller() instanceof Caller.Citizen);
        if (comesIn
                && visit.rights()
                        .hidesOnArrival(DocumentCategory.of(wanted.type().code()))) {
            marks.add(Mark.MASQUE_PS);
        }
        return marks;
    }

    /// Believed of the migration alone.
    private static Optional<Prepared.Earlier> earlier(Visit visit, Prepared prepared) {
        return visit.caller() instanceof Caller.Service service && service.task() == Caller.Service.Task.MIGRATION
                ? prepared.earlier()
                : Optional.empty();
    }

    private static Source source(Visit visit) {
        return switch (visit.caller()) {
            case Caller.Citizen citizen ->
                new Source(Source.Kind.CITIZEN, "", citizen.name(), null, null, citizen.channel());
            case Caller.Professional professional ->
                new Source(
                        Source.Kind.PROFESSIONAL,
                        professional.rpps().nationalId(),
                        professional.name(),
                        professional
                                .structure()
                                .map(structure -> structure.value())
                                .orElse(null),
                        professional.structureName(),
                        professional.channel());
            case Caller.Software software ->
                new Source(
                        Source.Kind.SOFTWARE,
                        software.structure().value(),
                        software.product(),
                        software.structure().value(),
                        software.structureName(),
                        software.channel());
            case Caller.Agent agent -> throw new IllegalStateException("agents deposit nothing");
            case Caller.Correspondent correspondent -> throw new IllegalStateException("mail deposits nothing");
            case Caller.Service service -> throw new IllegalStateException("the service deposits nothing");
        };
    }
}

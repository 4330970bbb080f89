package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Parameters;

/// Metadata changes by FHIRPath patch, by id or by business identifier (PDSm, update of metadata).
final class Changing {
    /// Stands for a document that is known by its business identifier only until the space is open.
    private static final DocumentId TO_BE_FOUND = new DocumentId(new UUID(0, 0));

    private final FhirModel model;
    private final Doors doors;
    private final Documents documents;

    Changing(FhirModel model, Doors doors, Documents documents) {
        this.model = model;
        this.doors = doors;
        this.documents = documents;
    }

    private record Changed(Space space, DocumentEntry entry) {}

    /// Whose document, and how it is found inside.
    private record Target(DocumentId document, Function<Visit, Outcome<DocumentEntry>> find) {}

    static void refuseOtherPatches(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json-patch") || type.contains("xml-patch")) {
            throw new Refusal(
                    Problem.MIME_TYPE_UNSUPPORTED, "Content-Type", "Send a FHIRPath patch: a Parameters resource.");
        }
    }

    Answer byId(Call call, String id, Body body) {
        call.allow(Set.of());
        FhirIds.Located located = Finding.located(id);
        DocumentId document = new DocumentId(located.thing());
        PatchReader patch = patch(body);
        Target target = new Target(document, visit -> documents.find(visit, document));
        Outcome<Changed> outcome = doors.enter(
                call.caller(), located.space(), act(patch, document), visit -> apply(visit, call, target, patch));
        return answer(call, patch, Refusal.valueOf(Finding.hidden(outcome)));
    }

    /// `PATCH DocumentReference?identifier=…&patient.identifier=…`
    Answer byIdentifier(Call call, Body body) {
        Set<String> known = new HashSet<>(PatientParameter.NAMES);
        known.add("identifier");
        call.allow(known);
        String identifier = call.parameter("identifier")
                .map(text -> text.substring(text.lastIndexOf('|') + 1))
                .orElseThrow(() -> new Refusal(Problem.MALFORMED, "identifier"));
        PatientParameter patient = PatientParameter.of(call.parameters());
        PatchReader patch = patch(body);
        Target target = new Target(TO_BE_FOUND, visit -> find(visit, identifier));
        Outcome<Changed> outcome = patient.enter(
                doors, call.caller(), act(patch, TO_BE_FOUND), visit -> apply(visit, call, target, patch));
        return answer(call, patch, Refusal.valueOf(outcome));
    }

    private PatchReader patch(Body body) {
        return PatchReader.read(model.read(body.format(), body.rest(), Parameters.class));
    }

    private static Act act(PatchReader patch, DocumentId document) {
        return patch.deleted() ? new Act.DeleteDocument(document) : new Act.ChangeDocument(document);
    }

    private Outcome<DocumentEntry> find(Visit visit, String identifier) {
        Optional<DocumentEntry> byUnique = documents.findByUniqueId(visit, identifier);
        if (byUnique.isPresent()) {
            return Outcome.done(byUnique.get());
        }
        return DocumentId.parse(identifier.replaceFirst("^urn:uuid:", ""))
                .map(id -> documents.find(visit, id))
                .orElseGet(visit::unseen);
    }

    private Outcome<Changed> apply(Visit visit, Call call, Target target, PatchReader patch) {
        return target.find().apply(visit).then(entry -> {
            visit.concerns(entry.id(), entry.facts());
            Outcome<DocumentEntry> changed = patch.deleted()
                    ? documents.delete(visit, entry.id(), call.ifMatch())
                    : documents.change(visit, entry.id(), patch.change(entry, call.ifMatch()));
            return changed.map(now -> new Changed(visit.space(), now));
        });
    }

    private static Answer answer(Call call, PatchReader patch, Changed changed) {
        if (patch.deleted()) {
            return Answer.ok(json -> {
                json.writeStartObject();
                json.writeStringProperty("resourceType", "OperationOutcome");
                json.writeArrayPropertyStart("issue");
                json.writeStartObject();
                json.writeStringProperty("severity", "information");
                json.writeStringProperty("code", "deleted");
                json.writeStringProperty("diagnostics", "The document is deleted.");
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            });
        }
        DocumentReferenceJson json = new DocumentReferenceJson(changed.space(), call.base());
        return new Answer.Resource(
                200,
                json.body(changed.entry()),
                Map.of("ETag", Answer.etag(changed.entry().version())));
    }
}

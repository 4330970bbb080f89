package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.interop.fhir.DocumentReader.Read;
import fr.monespacesante.interop.fhir.DocumentReader.Replaced;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.Documents.Deposited;
import fr.monespacesante.record.Prepared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import tools.jackson.core.JsonGenerator;

/// Documents come in: several at once, all kept or none (ITI-65), or one with its content inside (ITI-105).
final class Providing {
    /// `true` says that the patient, a minor, does not want this recorded at all (DOC-10): nothing is kept,
    /// and the answer is MINOR_OBJECTS.
    static final String OBJECTION = "X-Opposition-Mineur";

    private static final Pattern IN_DOCUMENT = Pattern.compile("document\\[(\\d+)]\\.(.*)");

    private final FhirModel model;
    private final Doors doors;
    private final Deposits deposits;
    private final Documents documents;

    Providing(FhirModel model, Doors doors, Deposits deposits, Documents documents) {
        this.model = model;
        this.doors = doors;
        this.deposits = deposits;
        this.documents = documents;
    }

    /// @param dataPath where its bytes stand in the request
    record Item(String path, String dataPath, Read read, byte[] content) {}

    private record Kept(Space space, List<Deposited> deposited) {}

    Answer transaction(Call call, Body body) {
        call.allow(Set.of());
        ProvideBundle bundle = ProvideBundle.read(model.read(body.format(), body.rest(), Bundle.class), body);
        Kept kept = deposit(call, bundle.submissionId(), bundle.documents());
        return Answer.ok(json -> response(json, call, bundle, kept));
    }

    Answer publish(Call call, Body body) {
        call.allow(Set.of());
        DocumentReference resource = model.read(body.format(), body.rest(), DocumentReference.class);
        String path = "DocumentReference";
        String dataPath = path + ".content[0].attachment.data";
        Read read = new DocumentReader(path, resource, false).read();
        byte[] content = body.take(resource.getContentFirstRep().getAttachment().getData())
                .orElseThrow(() -> new Refusal(Problem.REQUIRED_ELEMENT_MISSING, dataPath));
        Item item = new Item(path, dataPath, read, content);
        Kept kept = deposit(call, "urn:uuid:" + UUID.randomUUID(), List.of(item));
        Deposited deposited = kept.deposited().getFirst();
        DocumentReferenceJson json = new DocumentReferenceJson(kept.space(), call.base());
        DocumentEntry entry = deposited.entry();
        Map<String, String> headers = Map.of(
                "Location", json.fullUrl(entry) + "/_history/" + entry.version(), "ETag", Answer.etag(entry.version()));
        int status = deposited.fresh() ? 201 : 200;
        boolean minimal = call.header("Prefer").filter("return=minimal"::equals).isPresent();
        return minimal ? new Answer.Bare(status, headers) : new Answer.Resource(status, json.body(entry), headers);
    }

    private static boolean minorObjects(Call call) {
        String said = call.header(OBJECTION).orElse("false");
        if (!Set.of("true", "false").contains(said)) {
            throw new Refusal(Problem.MALFORMED, OBJECTION);
        }
        return said.equals("true");
    }

    private Kept deposit(Call call, String submissionId, List<Item> items) {
        Caller caller = call.caller();
        boolean minorObjects = minorObjects(call);
        List<Prepared> prepared = new ArrayList<>();
        Set<Rpps> authors = new HashSet<>();
        Set<Mark> marks = new HashSet<>();
        for (Item item : items) {
            if (!item.read().subject().equals(items.getFirst().read().subject())) {
                throw new Refusal(Problem.PATIENT_MISMATCH, item.path() + ".subject");
            }
            Prepared one = switch (deposits.prepare(item.read().document(), item.content())) {
                case Outcome.Done<Prepared>(Prepared done) -> done;
                case Outcome.Refused<Prepared>(Problem problem, String where) -> throw refusal(problem, where, item);
            };
            prepared.add(one);
            authors.addAll(one.authors());
            marks.addAll(one.document().marks());
        }
        Outcome<Kept> outcome = items.getFirst()
                .read()
                .subject()
                .enter(
                        doors,
                        caller,
                        new Act.DepositDocuments(authors, marks, minorObjects),
                        visit -> replacing(visit, items, prepared)
                                .then(ready -> documents.deposit(visit, new Documents.Submission(submissionId, ready)))
                                .map(deposited -> new Kept(visit.space(), deposited)));
        return switch (outcome) {
            case Outcome.Done<Kept>(Kept kept) -> kept;
            case Outcome.Refused<Kept>(Problem problem, String where) -> {
                Matcher matcher = IN_DOCUMENT.matcher(where);
                throw matcher.matches()
                        ? refusal(problem, matcher.group(2), items.get(Integer.parseInt(matcher.group(1))))
                        : new Refusal(problem, where);
            }
        };
    }

    /// What `relatesTo` names is looked up inside, where it can be known.
    private Outcome<List<Prepared>> replacing(Visit visit, List<Item> items, List<Prepared> prepared) {
        List<Prepared> ready = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Optional<Replaced> replaced = items.get(i).read().replaced();
            if (replaced.isEmpty()) {
                ready.add(prepared.get(i));
                continue;
            }
            Optional<DocumentId> found = switch (replaced.get()) {
                case Replaced.ById(FhirIds.Located located) ->
                    located.space().equals(visit.id())
                            ? Optional.of(new DocumentId(located.thing()))
                            : Optional.empty();
                case Replaced.ByUniqueId(String uniqueId) ->
                    documents.findByUniqueId(visit, uniqueId).map(DocumentEntry::id);
            };
            if (found.isEmpty()) {
                return Outcome.refused(Problem.REPLACED_DOCUMENT_UNKNOWN, "document[" + i + "].replaces");
            }
            ready.add(prepared.get(i).replacing(found.get()));
        }
        return Outcome.done(ready);
    }

    /// The record's words for a place in a document, as the path in the request.
    private static Refusal refusal(Problem problem, String where, Item item) {
        String attachment = item.path() + ".content[0].attachment.";
        return switch (where) {
            case "type" -> new Refusal(problem, item.path() + ".type.coding[0].code");
            case "hash", "size", "contentType" -> new Refusal(problem, attachment + where);
            case "uniqueId" -> new Refusal(problem, item.path() + ".masterIdentifier");
            case "replaces" -> new Refusal(problem, item.path() + ".relatesTo[0].target");
            case "", "content" -> new Refusal(problem, contentPath(problem, attachment, item));
            default -> new Refusal(problem, item.dataPath(), "In the document: " + where + ".");
        };
    }

    private static String contentPath(Problem problem, String attachment, Item item) {
        return switch (problem) {
            case MIME_TYPE_UNSUPPORTED, MIME_TYPE_MISMATCH -> attachment + "contentType";
            default -> item.dataPath();
        };
    }

    private static void response(JsonGenerator json, Call call, ProvideBundle bundle, Kept kept) {
        DocumentReferenceJson references = new DocumentReferenceJson(kept.space(), call.base());
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Bundle");
        json.writeStringProperty("type", "transaction-response");
        json.writeArrayPropertyStart("entry");
        for (ProvideBundle.Entry entry : bundle.entries()) {
            Deposited deposited = kept.deposited().get(Math.max(0, entry.document()));
            DocumentEntry document = deposited.entry();
            String id = references.id(document);
            String location = switch (entry.kind()) {
                case LIST -> "List/" + FhirIds.of(kept.space().id(), document.submission());
                case DOCUMENT -> "DocumentReference/" + id + "/_history/" + document.version();
                case BINARY -> "Binary/" + id;
            };
            json.writeStartObject();
            json.writeObjectPropertyStart("response");
            json.writeStringProperty("status", deposited.fresh() ? "201 Created" : "200 OK");
            json.writeStringProperty("location", location);
            json.writeStringProperty("etag", Answer.etag(document.version()));
            Json.time(json, "lastModified", document.arrivedAt());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

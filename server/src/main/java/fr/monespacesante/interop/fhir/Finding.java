package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Documents are searched (ITI-67), read with their versions, and fetched (ITI-68).
final class Finding {
    private final Doors doors;
    private final Documents documents;
    private final PageKeys pages;

    Finding(Doors doors, Documents documents, PageKeys pages) {
        this.doors = doors;
        this.documents = documents;
        this.pages = pages;
    }

    private record Found(Space space, DocumentQuery.Found page) {}

    private record One(Space space, DocumentEntry entry) {}

    Answer search(Call call) {
        Map<String, List<String>> parameters = call.parameters();
        Optional<DocumentId> after = Optional.empty();
        Optional<String> page = call.parameter("_page");
        if (page.isPresent()) {
            call.allow(Set.of("_page"));
            PageKeys.Key key = pages.open(call.caller(), page.get());
            parameters = key.parameters();
            after = Optional.of(new DocumentId(key.after()));
        }
        Map<String, List<String>> asked = parameters;
        DocumentSearch search = DocumentSearch.of(asked, after);
        Found found = Refusal.valueOf(search.patient()
                .enter(
                        doors,
                        call.caller(),
                        new Act.ListDocuments(),
                        visit -> Outcome.done(new Found(visit.space(), documents.list(visit, search.query())))));
        DocumentReferenceJson json = new DocumentReferenceJson(found.space(), call.base());
        List<BundleJson.Entry> entries = new ArrayList<>();
        for (DocumentEntry entry : found.page().documents()) {
            entries.add(new BundleJson.Entry(json.fullUrl(entry), json.body(entry)));
        }
        Optional<String> next = search.counted()
                ? Optional.empty()
                : found.page()
                        .next()
                        .map(last ->
                                call.base() + "/DocumentReference?_page=" + pages.seal(call.caller(), asked, last));
        return Answer.ok(new BundleJson(found.page().total(), self(call), next, search.counted(), entries).body());
    }

    /// What was asked by address; a search by form keeps the identity out of addresses, here too.
    static Optional<String> self(Call call) {
        String query = call.request().getQueryString();
        boolean form = call.request().getMethod().equals("POST");
        return form || query == null
                ? Optional.empty()
                : Optional.of(call.request().getRequestURL() + "?" + query);
    }

    Answer read(Call call, String id) {
        One one = one(
                call,
                id,
                (visit, document) -> documents.find(visit, document).map(entry -> new One(visit.space(), entry)));
        String etag = Answer.etag(one.entry().version());
        if (call.header("If-None-Match").filter(etag::equals).isPresent()) {
            return new Answer.Bare(304, Map.of("ETag", etag));
        }
        return resource(call, one);
    }

    Answer version(Call call, String id, String version) {
        return resource(
                call,
                one(
                        call,
                        id,
                        (visit, document) -> versions(visit, document)
                                .then(versions -> versions.stream()
                                        .filter(entry ->
                                                Long.toString(entry.version()).equals(version))
                                        .findFirst()
                                        .map(entry -> Outcome.done(new One(visit.space(), entry)))
                                        .orElseGet(visit::unseen))));
    }

    Answer history(Call call, String id) {
        record All(Space space, List<DocumentEntry> versions) {}
        All all = one(
                call,
                id,
                (visit, document) -> versions(visit, document).map(versions -> new All(visit.space(), versions)));
        DocumentReferenceJson json = new DocumentReferenceJson(all.space(), call.base());
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeStringProperty("resourceType", "Bundle");
            out.writeStringProperty("type", "history");
            out.writeNumberProperty("total", all.versions().size());
            out.writeArrayPropertyStart("entry");
            for (DocumentEntry entry : all.versions()) {
                out.writeStartObject();
                out.writeStringProperty("fullUrl", json.fullUrl(entry));
                out.writeName("resource");
                json.write(out, entry);
                out.writeObjectPropertyStart("request");
                out.writeStringProperty("method", entry.version() == 1 ? "POST" : "PATCH");
                out.writeStringProperty(
                        "url", entry.version() == 1 ? "DocumentReference" : "DocumentReference/" + json.id(entry));
                out.writeEndObject();
                out.writeObjectPropertyStart("response");
                out.writeStringProperty("status", entry.version() == 1 ? "201" : "200");
                out.writeStringProperty("etag", Answer.etag(entry.version()));
                out.writeEndObject();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Outcome<List<DocumentEntry>> versions(Visit visit, DocumentId document) {
        return documents.find(visit, document).map(now -> {
            List<DocumentEntry> versions = new ArrayList<>(List.of(now));
            versions.addAll(documents.history(visit, document));
            return versions;
        });
    }

    Answer fetch(Call call, String id) {
        call.allow(Set.of());
        OpenDocument open = one(call, id, documents::open);
        return new Answer.Bytes(open, id);
    }

    /// Goes to one document. A text that is no id of ours, a space that is not there and a document that is not there
    /// are the same answer.
    private <R> R one(Call call, String id, BiFunction<Visit, DocumentId, Outcome<R>> body) {
        FhirIds.Located located = located(id);
        DocumentId document = new DocumentId(located.thing());
        return Refusal.valueOf(hidden(doors.enter(
                call.caller(), located.space(), new Act.ReadDocument(document), visit -> body.apply(visit, document))));
    }

    static FhirIds.Located located(String id) {
        return FhirIds.parse(id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND, ""));
    }

    static <R> Outcome<R> hidden(Outcome<R> outcome) {
        return outcome instanceof Outcome.Refused<R>(Problem problem, String where) && problem == Problem.SPACE_NOT_OPEN
                ? Outcome.refused(Problem.NOT_FOUND)
                : outcome;
    }

    private static Answer resource(Call call, One one) {
        DocumentReferenceJson json = new DocumentReferenceJson(one.space(), call.base());
        return Answer.ok(json.body(one.entry()))
                .with("ETag", Answer.etag(one.entry().version()));
    }
}

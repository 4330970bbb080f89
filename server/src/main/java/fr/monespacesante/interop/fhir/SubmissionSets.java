package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Space;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Submissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/// Submission sets are searched (ITI-66): each with those of its documents that the caller may know of.
final class SubmissionSets {
    private static final Set<String> KNOWN =
            Set.of("code", "status", "date", "identifier", "_id", "_lastUpdated", "_count", "_sort");
    private static final String TYPES = "https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes";
    private static final String SUBMISSION_SET = "submissionset";

    private final Doors doors;
    private final Submissions submissions;

    SubmissionSets(Doors doors, Submissions submissions) {
        this.doors = doors;
        this.submissions = submissions;
    }

    private record Found(Space space, List<Submissions.Entry> entries) {}

    Answer search(Call call) {
        Set<String> known = new HashSet<>(PatientParameter.NAMES);
        known.addAll(KNOWN);
        call.allow(known);
        Predicate<Submissions.Entry> wanted = wanted(call);
        Found found = Refusal.valueOf(PatientParameter.of(call.parameters())
                .enter(
                        doors,
                        call.caller(),
                        new Act.ListDocuments(),
                        visit -> Outcome.done(new Found(visit.space(), submissions.list(visit)))));
        List<Submissions.Entry> kept =
                new ArrayList<>(found.entries().stream().filter(wanted).toList());
        if (call.parameter("_sort").filter("date"::equals).isPresent()) {
            java.util.Collections.reverse(kept);
        }
        List<BundleJson.Entry> entries = new ArrayList<>();
        for (Submissions.Entry entry : kept) {
            String url = call.base() + "/List/" + FhirIds.of(found.space().id(), entry.id());
            entries.add(new BundleJson.Entry(url, json -> write(json, found.space(), entry)));
        }
        boolean counted = call.parameter("_summary").filter("count"::equals).isPresent();
        return Answer.ok(new BundleJson(entries.size(), Finding.self(call), Optional.empty(), counted, entries).body());
    }

    private static Predicate<Submissions.Entry> wanted(Call call) {
        Predicate<Submissions.Entry> wanted = entry -> true;
        for (String code : values(call, "code")) {
            boolean sets = Tokens.alternatives(code).stream()
                    .anyMatch(
                            token -> token.substring(token.lastIndexOf('|') + 1).equals(SUBMISSION_SET));
            wanted = wanted.and(entry -> sets);
        }
        for (String status : values(call, "status")) {
            boolean current = Tokens.alternatives(status).contains("current");
            wanted = wanted.and(entry -> current);
        }
        for (String name : List.of("date", "_lastUpdated")) {
            for (String date : values(call, name)) {
                DateParameter parameter = DateParameter.parse(date, name).checked(name);
                wanted = wanted.and(entry -> parameter.matches(entry.at()));
            }
        }
        for (String identifier : values(call, "identifier")) {
            String value = identifier.substring(identifier.lastIndexOf('|') + 1);
            wanted = wanted.and(entry -> entry.uniqueId().equals(value) || value.equals("urn:uuid:" + entry.id()));
        }
        for (String id : values(call, "_id")) {
            Optional<FhirIds.Located> located = FhirIds.parse(id);
            wanted = wanted.and(entry ->
                    located.filter(found -> found.thing().equals(entry.id())).isPresent());
        }
        String sort = call.parameter("_sort").orElse("-date");
        if (!sort.equals("date") && !sort.equals("-date")) {
            throw new Refusal(Problem.MALFORMED, "_sort", "Orders: date, -date.");
        }
        return wanted;
    }

    private static List<String> values(Call call, String name) {
        return call.parameters().getOrDefault(name, List.of());
    }

    private static void write(JsonGenerator json, Space space, Submissions.Entry entry) {
        DocumentEntry first = entry.documents().getFirst();
        json.writeStartObject();
        json.writeStringProperty("resourceType", "List");
        json.writeStringProperty("id", FhirIds.of(space.id(), entry.id()));
        json.writeObjectPropertyStart("meta");
        Json.time(json, "lastUpdated", entry.at());
        json.writeArrayPropertyStart("profile");
        json.writeString(DocumentReferenceJson.PDSM + "pdsm-submissionset-comprehensive");
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayPropertyStart("identifier");
        Json.identifier(json, Json.URI, "urn:uuid:" + entry.id());
        Json.identifier(json, Json.URI, entry.uniqueId());
        json.writeEndArray();
        json.writeStringProperty("status", "current");
        json.writeStringProperty("mode", "working");
        json.writeName("code");
        Json.concept(json, TYPES, SUBMISSION_SET, "SubmissionSet as a FHIR List");
        json.writeName("subject");
        Json.patient(json, space.person().authority(), space.person().ins());
        Json.time(json, "date", entry.at());
        source(json, first.source());
        json.writeArrayPropertyStart("entry");
        for (DocumentEntry document : entry.documents()) {
            json.writeStartObject();
            json.writeName("item");
            Json.reference(
                    json,
                    "DocumentReference/" + FhirIds.of(space.id(), document.id().value()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, DocumentEntry.Source source) {
        json.writeObjectPropertyStart("source");
        switch (source.kind()) {
            case CITIZEN -> json.writeStringProperty("type", "Patient");
            case PROFESSIONAL -> {
                json.writeStringProperty("type", "Practitioner");
                json.writeName("identifier");
                Json.identifier(json, Json.PROFESSIONALS, source.id());
            }
            case SOFTWARE -> {
                json.writeStringProperty("type", "Device");
                json.writeName("identifier");
                Json.identifier(json, Json.STRUCTURES, source.id());
            }
        }
        json.writeStringProperty("display", source.name());
        json.writeEndObject();
    }
}

package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Space;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.takeout.Chapter;
import fr.monespacesante.takeout.Contents;
import fr.monespacesante.takeout.Parcel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The documents of a copy as one FHIR Bundle (EXP-01), for a program of another service: the person,
/// each document, and how it came here. The bytes are not in it: each attachment names the file beside it.
final class CopyBundle implements Chapter, Ordered {
    private static final String BASE = "https://copie.invalid/fhir";
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final String HOLDER = "Patient/titulaire";

    @Override
    public Writing prepare(Visit visit) {
        Space space = visit.space();
        return (parcel, contents) -> write(parcel, contents, space);
    }

    @Override
    public int getOrder() {
        return 2;
    }

    private static void write(Parcel parcel, Contents contents, Space space) throws IOException {
        Map<DocumentEntry, String> files = new HashMap<>();
        contents.documents().forEach(item -> files.put(item.entry(), address(item.path())));
        DocumentReferenceJson documents =
                new DocumentReferenceJson(space, BASE, entry -> files.getOrDefault(entry, ""));
        parcel.add("fhir/bundle.json", out -> bundle(out, contents, documents));
    }

    private static void bundle(OutputStream out, Contents contents, DocumentReferenceJson documents) {
        // the stream goes on after this entry of the file: it must not be closed here
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("resourceType", "Bundle");
            json.writeStringProperty("type", "collection");
            Json.time(json, "timestamp", contents.at());
            json.writeArrayPropertyStart("entry");
            entry(json, BASE + "/" + HOLDER, body -> patient(body, contents.person()));
            for (Contents.Item item : contents.documents()) {
                entry(json, documents.fullUrl(item.entry()), documents.body(item.entry()));
                entry(
                        json,
                        BASE + "/Provenance/" + item.entry().id(),
                        body -> provenance(body, item.entry(), documents));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void entry(JsonGenerator json, String fullUrl, JsonBody resource) {
        json.writeStartObject();
        json.writeStringProperty("fullUrl", fullUrl);
        json.writeName("resource");
        resource.write(json);
        json.writeEndObject();
    }

    private static void patient(JsonGenerator json, Person person) {
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Patient");
        json.writeStringProperty("id", "titulaire");
        json.writeArrayPropertyStart("identifier");
        Json.identifier(json, person.authority().urn(), person.ins().value());
        json.writeEndArray();
        json.writeArrayPropertyStart("name");
        name(json, "official", person.birthFamilyName(), person.birthGivenNames());
        name(json, "usual", person.usedFamilyName(), List.of(person.usedGivenName()));
        json.writeEndArray();
        json.writeStringProperty("gender", person.sex().letter().equals("F") ? "female" : "male");
        json.writeStringProperty("birthDate", person.birthDate().toString());
        json.writeEndObject();
    }

    private static void name(JsonGenerator json, String use, String family, List<String> given) {
        json.writeStartObject();
        json.writeStringProperty("use", use);
        json.writeStringProperty("family", family);
        json.writeArrayPropertyStart("given");
        given.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    /// How the document came: when, and who put it there.
    private static void provenance(JsonGenerator json, DocumentEntry entry, DocumentReferenceJson documents) {
        DocumentEntry.Source source = entry.source();
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Provenance");
        json.writeStringProperty("id", entry.id().toString());
        json.writeArrayPropertyStart("target");
        Json.reference(json, "DocumentReference/" + documents.id(entry));
        json.writeEndArray();
        Json.time(json, "recorded", entry.arrivedAt());
        json.writeName("activity");
        Json.concept(json, "http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion", "AU", "authenticated");
        json.writeArrayPropertyStart("agent");
        json.writeStartObject();
        json.writeName("who");
        switch (source.kind()) {
            case CITIZEN -> Json.reference(json, HOLDER);
            case PROFESSIONAL -> who(json, Json.PROFESSIONALS, source);
            case SOFTWARE -> who(json, Json.STRUCTURES, source);
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void who(JsonGenerator json, String system, DocumentEntry.Source source) {
        json.writeStartObject();
        json.writeName("identifier");
        Json.identifier(json, system, source.id());
        String structure = source.structureName();
        Json.text(
                json,
                "display",
                structure == null || structure.isEmpty() ? source.name() : source.name() + ", " + structure);
        json.writeEndObject();
    }

    /// Of a file of the copy, from this one.
    private static String address(String path) {
        try {
            return "../" + new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a name of ours is no path", e);
        }
    }
}

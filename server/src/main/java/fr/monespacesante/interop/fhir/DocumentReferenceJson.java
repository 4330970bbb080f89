package fr.monespacesante.interop.fhir;

import fr.monespacesante.account.Space;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentEntry.Author;
import fr.monespacesante.record.DocumentEntry.Organisation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes documents of one space as DocumentReference (PDSm comprehensive), straight from the record: a list of
/// hundreds costs no model in memory.
final class DocumentReferenceJson {
    static final String PDSM = "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/";
    static final String IS_ARCHIVED = PDSM + "pdsm-ext-is-archived";
    static final String IS_DELETED = PDSM + "pdsm-ext-is-deleted";
    static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private final Space space;
    private final String base;
    private final Function<DocumentEntry, String> attachments;

    DocumentReferenceJson(Space space, String base) {
        this.space = space;
        this.base = base;
        this.attachments = entry -> base + "/Binary/" + id(entry);
    }

    /// @param attachments where the bytes of a document are, when they are no Binary of ours
    DocumentReferenceJson(Space space, String base, Function<DocumentEntry, String> attachments) {
        this.space = space;
        this.base = base;
        this.attachments = attachments;
    }

    String id(DocumentEntry entry) {
        return FhirIds.of(space.id(), entry.id().value());
    }

    String fullUrl(DocumentEntry entry) {
        return base + "/DocumentReference/" + id(entry);
    }

    JsonBody body(DocumentEntry entry) {
        return json -> write(json, entry);
    }

    void write(JsonGenerator json, DocumentEntry entry) {
        json.writeStartObject();
        json.writeStringProperty("resourceType", "DocumentReference");
        json.writeStringProperty("id", id(entry));
        meta(json, entry);
        contained(json, entry);
        json.writeArrayPropertyStart("extension");
        json.writeStartObject();
        json.writeStringProperty("url", IS_ARCHIVED);
        json.writeBooleanProperty("valueBoolean", entry.archived());
        json.writeEndObject();
        json.writeEndArray();
        json.writeName("masterIdentifier");
        Json.identifier(json, Json.URI, entry.uniqueId());
        json.writeArrayPropertyStart("identifier");
        Json.identifier(json, Json.URI, "urn:uuid:" + entry.id());
        json.writeEndArray();
        json.writeStringProperty("status", entry.superseded() ? "superseded" : "current");
        json.writeName("type");
        Json.concept(json, entry.type());
        json.writeArrayPropertyStart("category");
        Json.concept(json, entry.documentClass());
        json.writeEndArray();
        json.writeName("subject");
        Json.patient(json, space.person().authority(), space.person().ins());
        Json.time(json, "date", entry.created());
        makers(json, entry);
        relations(json, entry);
        Json.text(json, "description", entry.description());
        labels(json, entry);
        content(json, entry);
        context(json, entry.context());
        json.writeEndObject();
    }

    private static void meta(JsonGenerator json, DocumentEntry entry) {
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("versionId", Long.toString(entry.version()));
        Json.time(json, "lastUpdated", entry.arrivedAt());
        json.writeArrayPropertyStart("profile");
        json.writeString(PDSM + "pdsm-comprehensive-document-reference");
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Who took part, carried inside; the patient too, as sourcePatientInfo needs.
    private void contained(JsonGenerator json, DocumentEntry entry) {
        json.writeArrayPropertyStart("contained");
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Patient");
        json.writeStringProperty("id", "patient");
        json.writeArrayPropertyStart("identifier");
        Json.identifier(
                json, space.person().authority().urn(), space.person().ins().value());
        json.writeEndArray();
        json.writeEndObject();
        for (int i = 0; i < entry.authors().size(); i++) {
            author(json, entry.authors().get(i), "author" + i);
        }
        if (entry.authenticator() != null) {
            author(json, entry.authenticator(), "authenticator");
        }
        if (entry.custodian() != null) {
            organisation(json, entry.custodian(), "custodian");
        }
        json.writeEndArray();
    }

    private static void author(JsonGenerator json, Author author, String id) {
        if (author.patient()) {
            return;
        }
        boolean person = author.id() != null || !author.given().isEmpty();
        if (!person) {
            device(json, author, id);
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Practitioner");
        json.writeStringProperty("id", id + "-person");
        if (author.id() != null) {
            json.writeArrayPropertyStart("identifier");
            Json.identifier(json, Json.PROFESSIONALS, author.id());
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("name");
        json.writeStartObject();
        Json.text(json, "family", author.family());
        if (!author.given().isEmpty()) {
            json.writeArrayPropertyStart("given");
            json.writeString(author.given());
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        Organisation organisation = author.organisation();
        if (organisation != null) {
            organisation(json, organisation, id + "-organization");
        }
        json.writeStartObject();
        json.writeStringProperty("resourceType", "PractitionerRole");
        json.writeStringProperty("id", id);
        json.writeName("practitioner");
        Json.reference(json, "#" + id + "-person");
        if (organisation != null) {
            json.writeName("organization");
            Json.reference(json, "#" + id + "-organization");
        }
        Code speciality = author.speciality();
        if (speciality != null) {
            json.writeArrayPropertyStart("specialty");
            Json.concept(json, speciality);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void device(JsonGenerator json, Author author, String id) {
        Organisation organisation = author.organisation();
        if (organisation != null) {
            organisation(json, organisation, id + "-organization");
        }
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Device");
        json.writeStringProperty("id", id);
        json.writeArrayPropertyStart("deviceName");
        json.writeStartObject();
        json.writeStringProperty("name", author.family().isEmpty() ? author.displayName() : author.family());
        json.writeStringProperty("type", "other");
        json.writeEndObject();
        json.writeEndArray();
        if (organisation != null) {
            json.writeName("owner");
            Json.reference(json, "#" + id + "-organization");
        }
        json.writeEndObject();
    }

    private static void organisation(JsonGenerator json, Organisation organisation, String id) {
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Organization");
        json.writeStringProperty("id", id);
        if (organisation.id() != null) {
            json.writeArrayPropertyStart("identifier");
            Json.identifier(json, Json.STRUCTURES, organisation.id());
            json.writeEndArray();
        }
        Json.text(json, "name", organisation.name());
        json.writeEndObject();
    }

    private static void makers(JsonGenerator json, DocumentEntry entry) {
        List<Author> authors = entry.authors();
        if (!authors.isEmpty()) {
            json.writeArrayPropertyStart("author");
            for (int i = 0; i < authors.size(); i++) {
                Json.reference(json, authors.get(i).patient() ? "#patient" : "#author" + i);
            }
            json.writeEndArray();
        }
        Author authenticator = entry.authenticator();
        if (authenticator != null) {
            json.writeName("authenticator");
            Json.reference(json, authenticator.patient() ? "#patient" : "#authenticator");
        }
        if (entry.custodian() != null) {
            json.writeName("custodian");
            Json.reference(json, "#custodian");
        }
    }

    private void relations(JsonGenerator json, DocumentEntry entry) {
        if (entry.replaces() == null) {
            return;
        }
        json.writeArrayPropertyStart("relatesTo");
        json.writeStartObject();
        json.writeStringProperty("code", "replaces");
        json.writeName("target");
        Json.reference(
                json,
                "DocumentReference/" + FhirIds.of(space.id(), entry.replaces().value()));
        json.writeEndObject();
        json.writeEndArray();
    }

    /// Confidentiality first, then the marks in the order of their names: a patch may count on it.
    private static void labels(JsonGenerator json, DocumentEntry entry) {
        json.writeArrayPropertyStart("securityLabel");
        Json.concept(json, CONFIDENTIALITY, entry.confidentiality(), "");
        for (Mark mark : Mark.values()) {
            if (entry.marks().contains(mark)) {
                Json.concept(json, Mark.FHIR_SYSTEM, mark.name(), mark.label());
            }
        }
        json.writeEndArray();
    }

    private void content(JsonGenerator json, DocumentEntry entry) {
        DocumentEntry.Content content = entry.content();
        json.writeArrayPropertyStart("content");
        json.writeStartObject();
        json.writeObjectPropertyStart("attachment");
        json.writeStringProperty("contentType", content.mimeType());
        Json.text(json, "language", content.language());
        json.writeStringProperty("url", attachments.apply(entry));
        json.writeNumberProperty("size", content.size());
        json.writeStringProperty("hash", content.sha1());
        json.writeStringProperty("title", entry.title());
        Json.time(json, "creation", entry.created());
        json.writeEndObject();
        json.writeName("format");
        Code format = content.format();
        Json.coding(json, format.fhirSystem(), format.code(), format.label());
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void context(JsonGenerator json, DocumentEntry.Context context) {
        json.writeObjectPropertyStart("context");
        if (!context.events().isEmpty()) {
            json.writeArrayPropertyStart("event");
            context.events().forEach(event -> Json.concept(json, event));
            json.writeEndArray();
        }
        if (context.start() != null || context.end() != null) {
            json.writeObjectPropertyStart("period");
            Json.time(json, "start", context.start());
            Json.time(json, "end", context.end());
            json.writeEndObject();
        }
        concept(json, "facilityType", context.facilityType());
        concept(json, "practiceSetting", context.practiceSetting());
        json.writeName("sourcePatientInfo");
        Json.reference(json, "#patient");
        if (!context.related().isEmpty()) {
            json.writeArrayPropertyStart("related");
            for (DocumentEntry.Reference related : context.related()) {
                json.writeStartObject();
                json.writeObjectPropertyStart("identifier");
                if (related.type() != null) {
                    json.writeObjectPropertyStart("type");
                    json.writeArrayPropertyStart("coding");
                    json.writeStartObject();
                    json.writeStringProperty("code", related.type());
                    json.writeEndObject();
                    json.writeEndArray();
                    json.writeEndObject();
                }
                Json.text(json, "system", related.system());
                json.writeStringProperty("value", related.value());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void concept(JsonGenerator json, String name, @Nullable Code code) {
        if (code != null) {
            json.writeName(name);
            Json.concept(json, code);
        }
    }
}

package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The small shapes that FHIR's JSON repeats.
final class Json {
    static final String URI = "urn:ietf:rfc:3986";
    static final String PROFESSIONALS = "urn:oid:1.2.250.1.71.4.2.1";
    static final String STRUCTURES = "urn:oid:1.2.250.1.71.4.2.2";

    private Json() {}

    static void coding(JsonGenerator json, String system, String code, String display) {
        json.writeStartObject();
        json.writeStringProperty("system", system);
        json.writeStringProperty("code", code);
        if (!display.isEmpty()) {
            json.writeStringProperty("display", display);
        }
        json.writeEndObject();
    }

    /// The value of a CodeableConcept.
    static void concept(JsonGenerator json, String system, String code, String display) {
        json.writeStartObject();
        json.writeArrayPropertyStart("coding");
        coding(json, system, code, display);
        json.writeEndArray();
        json.writeEndObject();
    }

    static void concept(JsonGenerator json, Code code) {
        concept(json, code.fhirSystem(), code.code(), code.label());
    }

    static void identifier(JsonGenerator json, String system, String value) {
        json.writeStartObject();
        json.writeStringProperty("system", system);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    /// A reference to a person by INS.
    static void patient(JsonGenerator json, InsAuthority authority, Ins ins) {
        json.writeStartObject();
        json.writeStringProperty("type", "Patient");
        json.writeName("identifier");
        identifier(json, authority.urn(), ins.value());
        json.writeEndObject();
    }

    static void reference(JsonGenerator json, String reference) {
        json.writeStartObject();
        json.writeStringProperty("reference", reference);
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    static void time(JsonGenerator json, String name, @Nullable Instant value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }
}

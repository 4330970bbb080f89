package fr.monespacesante.interop.fhir;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The CapabilityStatement: what is there, and nothing else. A test asks the server for each thing it names.
final class Capabilities {
    static final String GUIDE = "https://interop.esante.gouv.fr/ig/fhir/pdsm";

    private Capabilities() {}

    private record Parameter(String name, String type) {}

    static Answer answer(Call call) {
        return Answer.ok(json -> write(json, call.base()));
    }

    private static void write(JsonGenerator json, String base) {
        json.writeStartObject();
        json.writeStringProperty("resourceType", "CapabilityStatement");
        json.writeStringProperty("status", "active");
        json.writeStringProperty("date", "2026-11-21");
        json.writeStringProperty("kind", "instance");
        json.writeObjectPropertyStart("software");
        json.writeStringProperty("name", "Mon espace santé");
        json.writeEndObject();
        json.writeObjectPropertyStart("implementation");
        json.writeStringProperty("description", "Documents of personal health spaces, shared after PDSm");
        json.writeStringProperty("url", base);
        json.writeEndObject();
        json.writeStringProperty("fhirVersion", "4.0.1");
        strings(json, "format", List.of(Format.JSON.mimeType(), Format.XML.mimeType()));
        strings(json, "patchFormat", List.of(Format.JSON.mimeType(), Format.XML.mimeType()));
        strings(json, "implementationGuide", List.of(GUIDE));
        json.writeArrayPropertyStart("rest");
        json.writeStartObject();
        json.writeStringProperty("mode", "server");
        security(json);
        json.writeArrayPropertyStart("resource");
        documents(json);
        resource(json, "Binary", List.of("read"), List.of());
        resource(
                json,
                "List",
                List.of("search-type"),
                List.of(
                        new Parameter("patient.identifier", "token"),
                        new Parameter("patient", "reference"),
                        new Parameter("code", "token"),
                        new Parameter("status", "token"),
                        new Parameter("identifier", "token"),
                        new Parameter("date", "date"),
                        new Parameter("_lastUpdated", "date"),
                        new Parameter("_id", "token")));
        resource(json, "Patient", List.of("read", "search-type"), List.of(new Parameter("identifier", "token")));
        resource(
                json,
                "Consent",
                List.of("create", "search-type"),
                List.of(new Parameter("patient.identifier", "token"), new Parameter("patient", "reference")));
        json.writeEndArray();
        interactions(json, List.of("transaction"));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void security(JsonGenerator json) {
        json.writeObjectPropertyStart("security");
        json.writeArrayPropertyStart("service");
        for (String code : List.of("OAuth", "Certificates")) {
            Json.concept(json, "http://terminology.hl7.org/CodeSystem/restful-security-service", code, "");
        }
        json.writeEndArray();
        json.writeStringProperty(
                "description",
                "Professionals: access token of Pro Santé Connect. Software of structures: mutual TLS, port for software.");
        json.writeEndObject();
    }

    private static void documents(JsonGenerator json) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("patient.identifier", "token"));
        parameters.add(new Parameter("patient", "reference"));
        for (DocumentFilter filter : DocumentFilter.ALL) {
            parameters.add(new Parameter(filter.parameter(), filter.type()));
        }
        json.writeStartObject();
        json.writeStringProperty("type", "DocumentReference");
        strings(
                json,
                "supportedProfile",
                List.of(
                        DocumentReferenceJson.PDSM + "pdsm-comprehensive-document-reference",
                        DocumentReferenceJson.PDSM + "pdsm-simplified-publish"));
        interactions(json, List.of("read", "vread", "history-instance", "create", "patch", "search-type"));
        json.writeStringProperty("versioning", "versioned");
        json.writeBooleanProperty("readHistory", true);
        json.writeStringProperty("conditionalRead", "not-match");
        parameters(json, parameters);
        json.writeEndObject();
    }

    private static void resource(
            JsonGenerator json, String type, List<String> interactions, List<Parameter> parameters) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        interactions(json, interactions);
        parameters(json, parameters);
        json.writeEndObject();
    }

    private static void interactions(JsonGenerator json, List<String> codes) {
        json.writeArrayPropertyStart("interaction");
        for (String code : codes) {
            json.writeStartObject();
            json.writeStringProperty("code", code);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void parameters(JsonGenerator json, List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("searchParam");
        for (Parameter parameter : parameters) {
            json.writeStartObject();
            json.writeStringProperty("name", parameter.name());
            json.writeStringProperty("type", parameter.type());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}

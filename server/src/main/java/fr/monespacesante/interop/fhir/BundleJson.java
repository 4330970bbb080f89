package fr.monespacesante.interop.fhir;

import java.util.List;
import java.util.Optional;

/// The envelope of what was found.
///
/// @param total over all pages
/// @param self what was asked; without the identity where it was asked by form
/// @param next the page after this one
/// @param counted true when only the number was asked for
record BundleJson(int total, Optional<String> self, Optional<String> next, boolean counted, List<Entry> entries) {
    BundleJson {
        entries = List.copyOf(entries);
    }

    record Entry(String fullUrl, JsonBody resource) {}

    JsonBody body() {
        return json -> {
            json.writeStartObject();
            json.writeStringProperty("resourceType", "Bundle");
            json.writeStringProperty("type", "searchset");
            json.writeNumberProperty("total", total);
            if (self.isPresent() || next.isPresent()) {
                json.writeArrayPropertyStart("link");
                link(json, "self", self);
                link(json, "next", next);
                json.writeEndArray();
            }
            if (!counted && !entries.isEmpty()) {
                json.writeArrayPropertyStart("entry");
                for (Entry entry : entries) {
                    json.writeStartObject();
                    json.writeStringProperty("fullUrl", entry.fullUrl());
                    json.writeName("resource");
                    entry.resource().write(json);
                    json.writeObjectPropertyStart("search");
                    json.writeStringProperty("mode", "match");
                    json.writeEndObject();
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        };
    }

    private static void link(tools.jackson.core.JsonGenerator json, String relation, Optional<String> url) {
        if (url.isPresent()) {
            json.writeStartObject();
            json.writeStringProperty("relation", relation);
            json.writeStringProperty("url", url.get());
            json.writeEndObject();
        }
    }
}

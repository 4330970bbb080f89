package fr.monespacesante.interop.fhir;

import fr.monespacesante.record.OpenDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a request comes to.
sealed interface Answer {
    /// A resource, in the form the caller asked for.
    record Resource(int status, JsonBody body, Map<String, String> headers) implements Answer {
        public Resource {
            headers = Map.copyOf(headers);
        }

        Resource with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Resource(status, body, more);
        }
    }

    /// A document's bytes, raw or wrapped in a Binary.
    record Bytes(OpenDocument document, String id) implements Answer {}

    /// Nothing but a status.
    record Bare(int status, Map<String, String> headers) implements Answer {
        public Bare {
            headers = Map.copyOf(headers);
        }
    }

    static Resource ok(JsonBody body) {
        return new Resource(200, body, Map.of());
    }

    /// The name that `If-Match` and `If-None-Match` know a version by.
    static String etag(long version) {
        return "W/\"" + version + "\"";
    }
}

package fr.monespacesante.interop.fhir;

import tools.jackson.core.JsonGenerator;

/// A FHIR resource that knows how to write itself as JSON.
@FunctionalInterface
interface JsonBody {
    void write(JsonGenerator json);
}

package fr.monespacesante.sandbox.laboratory;

import org.hl7.fhir.r4.model.DocumentReference;

/// ITI-105 Simplified Publish: one resource that carries the document's bytes in itself.
public final class SimplifiedPublish {
    private SimplifiedPublish() {}

    public static DocumentReference of(SourceDocument document, byte[] content) {
        DocumentReference card = References.of(document, "pdsm-simplified-publish");
        card.getContentFirstRep().getAttachment().setData(content);
        return card;
    }
}

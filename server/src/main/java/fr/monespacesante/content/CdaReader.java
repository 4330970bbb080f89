package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;

/// Reads CDA R2: level 1 (another format inside), levels 2 and 3, and the "auto-presentable" form,
/// where the document stands inside an XSL style sheet that is ignored. Safe on hostile input (SEC-04).
/// Holds no state: one may be shared.
public final class CdaReader {
    private static final String STYLE_SHEET = "{http://www.w3.org/1999/XSL/Transform}stylesheet";

    private final XmlTree xml;

    public CdaReader(ContentLimits limits) {
        this.xml = new XmlTree(limits);
    }

    /// Refused as DOCUMENT_BROKEN when it is not well formed, DOCUMENT_NOT_CDA when it is something
    /// else or has no body, DOCUMENT_DANGEROUS for a DTD or beyond the limits.
    public Outcome<CdaDocument> read(byte[] content) {
        return xml.read(content).then(CdaReader::document);
    }

    private static Outcome<CdaDocument> document(XmlElement root) {
        XmlElement document =
                root.name().equals(STYLE_SHEET) ? root.find("ClinicalDocument").orElse(XmlElement.NONE) : root;
        if (!document.name().equals("ClinicalDocument")) {
            return Outcome.refused(Problem.DOCUMENT_NOT_CDA);
        }
        XmlElement encapsulated = document.at("component", "nonXMLBody", "text");
        XmlElement structured = document.at("component", "structuredBody");
        if (!encapsulated.exists() && !structured.exists()) {
            return Outcome.refused(Problem.DOCUMENT_NOT_CDA, "ClinicalDocument.component");
        }
        CdaBodyReader reader = new CdaBodyReader(structured);
        CdaBody body = encapsulated.exists()
                ? new CdaBody.Encapsulated(CdaBodyReader.mimeType(encapsulated), CdaBodyReader.payload(encapsulated))
                : new CdaBody.Structured(reader.sections());
        return Outcome.done(new CdaDocument(
                new CdaHeaderReader().read(document), body, reader.media(), new LabResults(structured).read()));
    }
}

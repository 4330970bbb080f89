package fr.monespacesante.content;

import java.util.List;

/// What a CDA carries under its header.
public sealed interface CdaBody {
    /// Level 1: one document in another format.
    ///
    /// @param mimeType as declared; `DocumentContents` has checked it before it hands the document out
    record Encapsulated(String mimeType, Payload payload) implements CdaBody {}

    /// Levels 2 and 3: sections, in order.
    record Structured(List<CdaSection> sections) implements CdaBody {}
}

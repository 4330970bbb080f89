package fr.monespacesante.content;

import java.util.Optional;

/// A document that is what it claims to be and safe to keep.
///
/// @param mimeType one of the seven types a space holds; aliases are resolved (a CDA is `text/xml`)
/// @param cda the document read, when it is a CDA
/// @param pages of a PDF or an image file; 1 for the others
/// @param searchableText what a search should find; empty for images. Health content: seal it, never
///     log it
public record Inspected(String mimeType, Optional<CdaDocument> cda, int pages, String searchableText) {
    @Override
    public String toString() {
        return "Inspected[" + mimeType + "]";
    }
}

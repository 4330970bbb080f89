package fr.monespacesante.content;

/// What reading a document may cost at most. The size in bytes is the caller's rule (it differs by
/// channel); these bound what a small file may unfold into.
///
/// @param xmlDepth nesting of elements in a CDA; the deepest national example has 19, and the JDK stops
///     at 100
/// @param xmlElements elements in a CDA; the largest national example has about 3,200
/// @param imagePixels pixels of one image, or of all pages of a TIFF together
/// @param imagePages pages of one TIFF
/// @param pdfObjects objects of a PDF
/// @param pdfExpandedBytes all compressed streams of a PDF, unfolded
/// @param pdfTextPages pages of a PDF whose text layer is read for searching
/// @param searchCharacters text kept of one document for searching
/// @param embeddedDocuments documents and images carried inside one CDA that are looked into
public record ContentLimits(
        int xmlDepth,
        int xmlElements,
        long imagePixels,
        int imagePages,
        int pdfObjects,
        long pdfExpandedBytes,
        int pdfTextPages,
        int searchCharacters,
        int embeddedDocuments) {

    public static ContentLimits defaults() {
        return new ContentLimits(90, 400_000, 100_000_000L, 500, 300_000, 512L << 20, 60, 400_000, 200);
    }
}

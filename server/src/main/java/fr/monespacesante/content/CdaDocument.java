package fr.monespacesante.content;

import fr.monespacesante.content.Narrative.Media;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A CDA R2 document, read once: metadata and pages are made from this.
///
/// @param media every document or image of the entries by its ID
/// @param results the laboratory results of the entries, in document order (DOC-15)
public record CdaDocument(CdaHeader header, CdaBody body, Map<String, Media> media, List<LabResult> results) {
    /// The media that narrative refers to by this ID.
    public Optional<Media> media(String id) {
        return Optional.ofNullable(media.get(id));
    }
}

package fr.monespacesante.portal.record;

import java.util.Map;

/// A document as pages in files show it.
///
/// @param parts what a CDA carries, by the name of its file beside the page
public record Filed(DocumentPage.Shown shown, Map<String, byte[]> parts) {
    public Filed {
        parts = Map.copyOf(parts);
    }
}

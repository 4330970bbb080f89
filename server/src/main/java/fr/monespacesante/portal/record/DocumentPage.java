package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.record.DocumentEntry;
import java.util.List;
import java.util.Optional;

/// One document.
///
/// @param content what is shown of it in the page
public record DocumentPage(DocumentEntry entry, DocumentRow row, Shown content) implements PageModel {
    /// How a document is shown.
    public sealed interface Shown {
        /// A CDA, as a page.
        record Cda(CdaView view) implements Shown {}

        /// By the browser: a PDF or an image.
        record Framed(String mimeType) implements Shown {}

        record Words(String text) implements Shown {}

        /// Not at all: only to download.
        record Closed() implements Shown {}
    }

    @Override
    public Message title() {
        return Literal.of(entry.title());
    }

    @Override
    public Section section() {
        return Section.DOCUMENTS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/espace/documents", DocumentText.TITLE), new Crumb("", Literal.of(entry.title())));
    }

    public Optional<String> newer() {
        return Optional.ofNullable(entry.replacedBy()).map(id -> "/espace/documents/" + id.value());
    }

    public Optional<String> older() {
        return Optional.ofNullable(entry.replaces()).map(id -> "/espace/documents/" + id.value());
    }

    public String structure() {
        DocumentEntry.Organisation custodian = entry.custodian();
        return custodian == null ? "" : custodian.name();
    }

    public String addedBy() {
        String structure = entry.source().structureName();
        String name = entry.source().name();
        return structure == null || structure.isEmpty() || structure.equals(name) ? name : structure;
    }

    /// The format by the name people know it by.
    public String format() {
        return format(entry);
    }

    public static String format(DocumentEntry entry) {
        return switch (entry.content().mimeType()) {
            case "application/pdf" -> "PDF";
            case "image/jpeg" -> "JPEG";
            case "image/png" -> "PNG";
            case "image/tiff" -> "TIFF";
            case "text/plain" -> "TXT";
            case "text/rtf" -> "RTF";
            case "text/xml" -> "CDA";
            default -> entry.content().mimeType();
        };
    }
}

package fr.monespacesante.portal.messaging;

import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.content.Inspected;
import fr.monespacesante.content.RealTypes;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.record.OpenDocument;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Looks at what a citizen wants to attach: a file of their device, or a document of the record (MSG-03).
@Component
class AttachedFiles {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/tiff", ".tiff",
            "text/plain", ".txt",
            "text/rtf", ".rtf",
            "text/xml", ".xml");
    private static final Set<String> INSPECTED = ENDINGS.keySet();
    /// Besides those that are inspected: what a phone or an office makes, and what a laboratory or a scanner does.
    private static final Set<String> TAKEN = Set.of(
            "image/gif",
            "image/heic",
            "image/heif",
            "image/webp",
            "image/bmp",
            "text/csv",
            "text/calendar",
            "application/dicom",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/x-tika-ooxml",
            "application/x-tika-msoffice");
    private static final Set<String> OFFICE = Set.of("doc", "docx", "xls", "xlsx");

    private final DocumentContents contents;
    private final RealTypes types = new RealTypes();

    AttachedFiles(DocumentContents contents) {
        this.contents = contents;
    }

    /// Refused as MIME_TYPE_UNSUPPORTED for a kind that is not taken, DOCUMENT_DANGEROUS, DOCUMENT_BROKEN or
    /// CONTENT_INFECTED for what is in it, UNAVAILABLE when that cannot be checked.
    Outcome<Replies.NewFile> of(MultipartFile sent) throws IOException {
        String given = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        String name = FileBytes.clean(given.substring(given.replace('\\', '/').lastIndexOf('/') + 1));
        byte[] bytes = sent.getBytes();
        String type = types.of(bytes, sent.getContentType() == null ? "" : sent.getContentType());
        if (INSPECTED.contains(type)) {
            Outcome<Inspected> inspected = contents.inspect(bytes, type);
            if (inspected instanceof Outcome.Refused<Inspected>(Problem problem, String _) && grave(problem)) {
                return Outcome.refused(problem);
            }
        } else if (!taken(type, name)) {
            return Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED);
        }
        return contents.checked(bytes).map(clean -> new Replies.NewFile(name, type, clean, null));
    }

    private static boolean taken(String type, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        boolean office = type.startsWith("application/x-tika-");
        return TAKEN.contains(type) && (!office || OFFICE.contains(ending));
    }

    /// A photo may be larger than what a record takes: it goes as it is.
    private static boolean grave(Problem problem) {
        return switch (problem) {
            case DOCUMENT_DANGEROUS, DOCUMENT_BROKEN, CONTENT_INFECTED, UNAVAILABLE -> true;
            default -> false;
        };
    }

    /// A document that was opened by right, as it is; what it is called and how it ends tell what it is.
    static Replies.NewFile of(OpenDocument document) throws IOException {
        String type = document.entry().content().mimeType();
        String title = FileBytes.clean(document.entry().title());
        String ending = ENDINGS.getOrDefault(type, ".bin");
        String name = title.substring(0, Math.min(title.length(), 80)).strip();
        return new Replies.NewFile(
                name.endsWith(ending) ? name : name + ending,
                type,
                document.bytes(),
                document.entry().id().value());
    }
}

package fr.monespacesante.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/// Finds out what bytes really are. The seven types of a space are told by their first bytes; Tika
/// names what else it may be, so that a program or an archive sent as text is not taken for text.
final class TypeDetection {
    private static final int HEAD = 65_536;
    private static final int PDF_HEAD = 1_024;

    private final MimeTypes tika = MimeTypes.getDefaultMimeTypes();

    /// Empty when it is none of the types of a space.
    Optional<MimeType> detect(byte[] content) {
        Optional<MimeType> told = byFirstBytes(content);
        if (told.isPresent()) {
            return told;
        }
        return PlainText.isText(content) && mayBeText(byTika(content)) ? Optional.of(MimeType.TEXT) : Optional.empty();
    }

    /// Tika knows nothing of short texts in old encodings, and sees letters and scripts in texts.
    private static boolean mayBeText(MediaType type) {
        return type.equals(MediaType.OCTET_STREAM)
                || type.getType().equals("text")
                || MediaTypeRegistry.getDefaultRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
    }

    private static Optional<MimeType> byFirstBytes(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, PDF_HEAD), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return Optional.of(MimeType.PDF);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(MimeType.JPEG);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(MimeType.PNG);
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Optional.of(MimeType.TIFF);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(MimeType.RTF);
        }
        String text =
                PlainText.decode(head.getBytes(StandardCharsets.ISO_8859_1)).stripLeading();
        return text.startsWith("<?xml") || text.matches("(?s)<([\\w.-]+:)?ClinicalDocument\\b.*")
                ? Optional.of(MimeType.CDA)
                : Optional.empty();
    }

    private MediaType byTika(byte[] content) {
        byte[] head = content.length > HEAD ? Arrays.copyOf(content, HEAD) : content;
        try {
            return tika.detect(new ByteArrayInputStream(head), new Metadata());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}

package fr.monespacesante.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Says what any bytes are, by what is in them: for what is shown or offered without being kept as a document. Holds
/// no state.
public final class RealTypes {
    private static final int HEAD = 65_536;
    private static final Set<String> TEXTS = Set.of("text/calendar", "text/csv", "text/html");

    private final TypeDetection own = new TypeDetection();
    private final MimeTypes tika = MimeTypes.getDefaultMimeTypes();

    /// One of the types of a space under its official name, else what Tika knows, else `application/octet-stream`.
    ///
    /// @param declared settles only which kind of text a text is; may be empty
    public String of(byte[] content, String declared) {
        Optional<MimeType> known = own.detect(content);
        String seen = seen(content);
        if (known.isEmpty()) {
            return seen;
        }
        return switch (known.get()) {
            case PDF, JPEG, PNG, TIFF, RTF -> known.get().official();
            // an XML that is something else by its root, such as a drawing
            case CDA ->
                seen.equals("application/xml") || seen.equals("text/plain") || seen.equals("application/octet-stream")
                        ? MimeType.CDA.official()
                        : seen;
            case TEXT -> seen.startsWith("text/html") || seen.contains("svg") ? seen : text(declared);
        };
    }

    private static String text(String declared) {
        return TEXTS.contains(declared) ? declared : MimeType.TEXT.official();
    }

    private String seen(byte[] content) {
        byte[] head = content.length > HEAD ? Arrays.copyOf(content, HEAD) : content;
        try {
            return tika.detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}

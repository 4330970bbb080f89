package fr.monespacesante.portal.record;

import fr.monespacesante.portal.ContentPolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// Sends the bytes of a document to a browser. Only what a browser shows without running anything is sent to be shown;
/// the rest is sent to be kept.
final class DocumentBytes {
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/gif", "text/plain");
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/tiff", ".tiff",
            "text/plain", ".txt",
            "text/rtf", ".rtf",
            "text/xml", ".xml");
    private static final int FIRST = 65_536;

    private DocumentBytes() {}

    static String ending(String mimeType) {
        return ENDINGS.getOrDefault(mimeType, ".bin");
    }

    static boolean showable(String mimeType) {
        return SHOWN.contains(mimeType);
    }

    /// @throws IOException of type `SpaceKey.DamagedStream` before anything was sent when the first bytes do not open;
    ///     later the connection breaks, so that a browser does not take a part for the whole
    static void send(
            HttpServletResponse response, InputStream content, String mimeType, String title, boolean attachment)
            throws IOException {
        byte[] first = content.readNBytes(FIRST);
        boolean shown = !attachment && showable(mimeType);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name(title) + ending(mimeType), StandardCharsets.UTF_8)
                .build();
        response.setContentType(mimeType.equals("text/plain") ? "text/plain;charset=UTF-8" : mimeType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        ContentPolicy.frameable(response);
        response.getOutputStream().write(first);
        content.transferTo(response.getOutputStream());
        response.flushBuffer();
    }

    private static String name(String title) {
        String name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ").strip();
        return name.isEmpty() ? "document" : name.substring(0, Math.min(name.length(), 80));
    }
}

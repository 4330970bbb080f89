package fr.monespacesante.portal.messaging;

import fr.monespacesante.portal.ContentPolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// Sends an attachment to a browser. What a browser shows without running anything may be sent to be shown; all else is
/// sent to be kept, and what a browser would run under a type that nothing runs.
public final class FileBytes {
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/gif", "text/plain");
    private static final Set<String> PLAIN = Set.of("image/tiff", "text/rtf", "application/zip", "message/rfc822");
    private static final String BYTES = "application/octet-stream";
    private static final int LONGEST_NAME = 120;

    private FileBytes() {}

    static boolean showable(String mimeType) {
        return SHOWN.contains(mimeType);
    }

    public static void send(
            HttpServletResponse response, byte[] content, String mimeType, String name, boolean attachment)
            throws IOException {
        boolean shown = !attachment && showable(mimeType);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(clean(name), StandardCharsets.UTF_8)
                .build();
        response.setContentType(type(mimeType));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        ContentPolicy.frameable(response);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
        response.flushBuffer();
    }

    private static String type(String mimeType) {
        if (mimeType.equals("text/plain")) {
            return "text/plain;charset=UTF-8";
        }
        return SHOWN.contains(mimeType) || PLAIN.contains(mimeType) ? mimeType : BYTES;
    }

    /// A name that cannot end the header, nor the line, nor leave the folder it is kept in.
    static String clean(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|;]", " ")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[ .]+", "")
                .strip();
        if (clean.isEmpty()) {
            return "fichier";
        }
        int dot = clean.lastIndexOf('.');
        String ending = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}

package fr.monespacesante.content;

import java.util.Locale;
import java.util.Optional;

/// The types of content a space holds (CI-SIS), and the names senders use for them.
enum MimeType {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    TIFF("image/tiff"),
    TEXT("text/plain"),
    RTF("text/rtf"),
    CDA("text/xml");

    private final String official;

    MimeType(String official) {
        this.official = official;
    }

    String official() {
        return official;
    }

    static Optional<MimeType> declared(String text) {
        String name = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (name) {
                    case "application/pdf" -> PDF;
                    case "image/jpeg", "image/jpg" -> JPEG;
                    case "image/png" -> PNG;
                    case "image/tiff" -> TIFF;
                    case "text/plain" -> TEXT;
                    case "text/rtf", "application/rtf" -> RTF;
                    case "text/xml", "application/xml", "application/hl7-cda+xml" -> CDA;
                    default -> null;
                });
    }
}

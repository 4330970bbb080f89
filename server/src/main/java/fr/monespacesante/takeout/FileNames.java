package fr.monespacesante.takeout;

import fr.monespacesante.record.DocumentEntry;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that every system can write: no sign that Windows forbids, none of its reserved names, none
/// that differs from another by its case alone, and short enough for a path of 260 characters to remain.
final class FileNames {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 80;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|~%#&$]");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/gif", ".gif",
            "image/tiff", ".tiff",
            "text/plain", ".txt",
            "text/rtf", ".rtf",
            "text/xml", ".xml");

    private final Set<String> taken = new HashSet<>();

    /// The path of a document's file: its date, its title, and a number where another has the same.
    String path(DocumentEntry entry) {
        String name = LocalDate.ofInstant(entry.created(), PARIS) + " " + sane(entry.title());
        String ending = ENDINGS.getOrDefault(entry.content().mimeType(), ".bin");
        String path = "documents/" + name + ending;
        for (int i = 2; !taken.add(path.toLowerCase(Locale.ROOT)); i++) {
            path = "documents/" + name + " (" + i + ")" + ending;
        }
        return path;
    }

    static String sane(String title) {
        String name = Normalizer.normalize(title, Normalizer.Form.NFC);
        name = FORBIDDEN.matcher(name).replaceAll(" ").replaceAll("\\s+", " ").strip();
        int end = Math.min(name.length(), LONGEST);
        if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        // Windows drops dots and spaces at the end, and then finds no such file
        name = name.substring(0, end).replaceAll("[. ]+$", "").replaceAll("^[. -]+", "");
        return name.isEmpty() || RESERVED.matcher(name).matches() ? "document" : name;
    }
}

package fr.monespacesante.mail;

import java.util.Map;

/// Names under which a file may be offered and saved: one name, no path, no character that a file system or a header
/// takes for something else.
final class FileNames {
    private static final int LONGEST = 120;
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("application/pdf", ".pdf"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/tiff", ".tif"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/rtf", ".rtf"),
            Map.entry("text/xml", ".xml"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("application/zip", ".zip"),
            Map.entry("message/rfc822", ".eml"));

    private FileNames() {}

    /// @param name as the sender gave it; may be empty
    /// @param type what the file is: gives an ending to a name made here
    /// @param number its place, from 1
    static String safe(String name, String type, int number) {
        String plain = Words.plain(name);
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[<>:\"|?*;\\p{Cntrl}]", "_").replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (safe.isEmpty()) {
            return "piece-jointe-" + number + ENDINGS.getOrDefault(type, "");
        }
        int dot = safe.lastIndexOf('.');
        String ending = dot > 0 && safe.length() - dot <= 12 ? safe.substring(dot) : "";
        return Words.cut(safe.substring(0, safe.length() - ending.length()), LONGEST - ending.length()) + ending;
    }
}

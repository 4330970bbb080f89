package fr.monespacesante.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;

/// Tells whether two deliveries are of the same message: relays add header fields, and that is all they may do.
final class Fingerprint {
    private static final Set<String> LASTING = Set.of("message-id", "from", "date", "subject");

    private Fingerprint() {}

    /// SHA-256. Of what has no headers or none that last, everything counts.
    static byte[] of(byte[] raw) {
        MessageDigest digest = sha256();
        int end = headerEnd(raw);
        String headers = new String(raw, 0, end, StandardCharsets.ISO_8859_1).replaceAll("\\r?\\n[ \\t]+", " ");
        boolean known = false;
        for (String line : headers.split("\\r?\\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (LASTING.contains(name)) {
                String value = line.substring(colon + 1).replaceAll("\\s+", " ").strip();
                digest.update((name + ":" + value + "\n").getBytes(StandardCharsets.ISO_8859_1));
                known = true;
            }
        }
        int from = known ? end : 0;
        for (int i = from; i < raw.length; i++) {
            if (raw[i] != '\r') {
                digest.update(raw[i]);
            }
        }
        return digest.digest();
    }

    /// Where the first empty line begins; all of it when there is none.
    static int headerEnd(byte[] raw) {
        for (int i = 0; i + 1 < raw.length; i++) {
            boolean empty = raw[i] == '\n'
                    && (raw[i + 1] == '\n' || (raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n'));
            if (empty) {
                return i + 1;
            }
        }
        return raw.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}

package fr.monespacesante.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A document or an image carried inside a CDA, decoded only when asked for. `toString` shows nothing
/// of it.
public final class Payload {
    private final String encoded;
    private final boolean base64;

    private Payload(String encoded, boolean base64) {
        this.encoded = encoded;
        this.base64 = base64;
    }

    static Payload base64(String text) {
        return new Payload(text, true);
    }

    static Payload text(String text) {
        return new Payload(text, false);
    }

    /// The bytes, decoded anew at each call. Characters that are no base64 are skipped, as MIME has it;
    /// what cannot be decoded at all is empty.
    public byte[] bytes() {
        if (!base64) {
            return encoded.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "Payload[redacted]";
    }
}

package fr.monespacesante.courier;

/// Where a browser takes push messages, as it said itself (RFC 8291).
///
/// @param endpoint at its push service; whoever knows it and our key can make the browser show something
/// @param key the browser's public key, P-256, uncompressed, base64url
/// @param secret that the browser shares with us, 16 bytes, base64url
public record PushAddress(String endpoint, String key, String secret) {
    @Override
    public String toString() {
        return "PushAddress[redacted]";
    }
}

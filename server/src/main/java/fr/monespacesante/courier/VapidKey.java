package fr.monespacesante.courier;

import fr.monespacesante.vault.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// The key by which push services know this service (VAPID, RFC 8292). Browsers subscribe to this key: a new one
/// makes every subscription worthless.
final class VapidKey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFE = Duration.ofHours(12);

    private final PrivateKey secret;
    private final String point;
    private final String contact;

    private VapidKey(PrivateKey secret, String point, String contact) {
        this.secret = secret;
        this.point = point;
        this.contact = contact;
    }

    /// The key in this file; made now when there is none.
    ///
    /// @param contact whom a push service may write to, as `mailto:` or `https:`
    static VapidKey in(Path file, String contact, SecureRandom random) {
        try {
            String[] kept = SecretFile.kept(file, () -> fresh(random)).split("\\s+");
            if (kept.length != 2) {
                throw new IOException(file + " holds no key for push messages: remove it");
            }
            PrivateKey secret = KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(kept[0])));
            return new VapidKey(secret, kept[1], contact);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for push messages in " + file + " is not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key for push messages cannot be read or made", e);
        }
    }

    private static String fresh(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(WebPushEncryption.CURVE), random);
        KeyPair pair = generator.generateKeyPair();
        return BASE64.encodeToString(pair.getPrivate().getEncoded())
                + "\n"
                + BASE64.encodeToString(WebPushEncryption.point((ECPublicKey) pair.getPublic()));
    }

    /// As browsers want it (`applicationServerKey`), base64url.
    String point() {
        return point;
    }

    /// The value of the `Authorization` header for this endpoint.
    String authorization(URI endpoint, Instant now) {
        String header = json("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        String claims = json("{\"aud\":\"%s://%s\",\"exp\":%d,\"sub\":\"%s\"}"
                .formatted(
                        endpoint.getScheme(),
                        endpoint.getRawAuthority(),
                        now.plus(LIFE).getEpochSecond(),
                        contact));
        String signed = header + "." + claims;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(secret);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + BASE64.encodeToString(signature.sign()) + ", k=" + point;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    private static String json(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package fr.monespacesante.courier;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a message for one browser (RFC 8291, content coding `aes128gcm` of RFC 8188), with the platform's own
/// primitives: a library for these few lines would bring an HTTP client and a crypto provider of its own.
final class WebPushEncryption {
    static final String CURVE = "secp256r1";
    static final int POINT = 65;
    private static final int RECORD = 4096;

    private final SecureRandom random;

    WebPushEncryption(SecureRandom random) {
        this.random = random;
    }

    /// @throws GeneralSecurityException also where the browser's key is no point of the curve
    byte[] encrypt(byte[] clear, PushAddress to) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE), random);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return encrypt(clear, to, generator.generateKeyPair(), salt);
    }

    /// The same with a given key and salt, which must never be used twice.
    static byte[] encrypt(byte[] clear, PushAddress to, KeyPair ours, byte[] salt) throws GeneralSecurityException {
        byte[] theirPoint = Base64.getUrlDecoder().decode(to.key());
        byte[] ourPoint = point((ECPublicKey) ours.getPublic());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(publicKey(theirPoint), true);
        byte[] extracted = hmac(Base64.getUrlDecoder().decode(to.secret()), agreement.generateSecret());
        byte[] input = hmac(extracted, joined(ascii("WebPush: info\0"), theirPoint, ourPoint, new byte[] {1}));
        byte[] master = hmac(salt, input);
        byte[] key = Arrays.copyOf(hmac(master, joined(ascii("Content-Encoding: aes128gcm\0"), new byte[] {1})), 16);
        byte[] nonce = Arrays.copyOf(hmac(master, joined(ascii("Content-Encoding: nonce\0"), new byte[] {1})), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        // 2 ends the last record, the only one
        byte[] sealed = cipher.doFinal(joined(clear, new byte[] {2}));
        byte[] header = ByteBuffer.allocate(16 + 4 + 1)
                .put(salt)
                .putInt(RECORD)
                .put((byte) POINT)
                .array();
        return joined(header, ourPoint, sealed);
    }

    static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new InvalidKeyException("not an uncompressed point");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec(CURVE));
        ECPoint place = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(place, curve.getParameterSpec(ECParameterSpec.class)));
    }

    /// A public key as an uncompressed point: 4, x, y.
    static byte[] point(ECPublicKey key) {
        return joined(
                new byte[] {4},
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
        return whole;
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

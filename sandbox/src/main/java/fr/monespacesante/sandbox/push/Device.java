package fr.monespacesante.sandbox.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A browser that takes messages: the receiving side of RFC 8291.
public final class Device {
    private final String id;
    private final KeyPair keys;
    private final byte[] secret;
    private volatile boolean gone;

    private Device(String id, KeyPair keys, byte[] secret) {
        this.id = id;
        this.keys = keys;
        this.secret = secret;
    }

    static Device make(String id, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            return new Device(id, generator.generateKeyPair(), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String id() {
        return id;
    }

    /// `p256dh` of the subscription.
    public String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point());
    }

    /// `auth` of the subscription.
    public String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public boolean isGone() {
        return gone;
    }

    /// From now on its messages are answered with 410.
    public void goAway() {
        gone = true;
    }

    /// What a message says.
    ///
    /// @throws GeneralSecurityException when it was not sealed for this browser
    String open(byte[] message) throws GeneralSecurityException {
        if (message.length < 86 + 17 || message[20] != 65) {
            throw new GeneralSecurityException("not an aes128gcm message of one record");
        }
        byte[] salt = Arrays.copyOf(message, 16);
        byte[] sender = Arrays.copyOfRange(message, 21, 86);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(Points.key(sender), true);
        byte[] input =
                hmac(hmac(secret, agreement.generateSecret()), "WebPush: info\0", point(), sender, new byte[] {1});
        byte[] master = hmac(salt, input);
        byte[] key = Arrays.copyOf(hmac(master, "Content-Encoding: aes128gcm\0", new byte[] {1}), 16);
        byte[] nonce = Arrays.copyOf(hmac(master, "Content-Encoding: nonce\0", new byte[] {1}), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] clear = cipher.doFinal(message, 86, message.length - 86);
        int end = clear.length - 1;
        while (end > 0 && clear[end] == 0) {
            end--;
        }
        if (clear[end] != 2) {
            throw new GeneralSecurityException("the last record does not end as it should");
        }
        return new String(clear, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] point() {
        return Points.bytes((ECPublicKey) keys.getPublic());
    }

    private static byte[] hmac(byte[] key, String label, byte[]... rest) throws GeneralSecurityException {
        byte[] text = label.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer all = ByteBuffer.allocate(
                text.length + Arrays.stream(rest).mapToInt(part -> part.length).sum());
        all.put(text);
        for (byte[] part : rest) {
            all.put(part);
        }
        return hmac(key, all.array());
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}

package fr.monespacesante.vault;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// What one archivist holds: a private key under a passphrase, in a file that never comes near the service. It
/// opens one of the two locks of an archived space; what is inside is for the other archivist, or, after both, is
/// still blinded by the service (ADR 39).
public final class ArchivistKey {
    private static final Pattern CHALLENGE = Pattern.compile("MES-ARCHIVE\\.([0-9a-f-]{36})\\.([A-Za-z0-9_-]+)");
    private static final int ROUNDS = 600_000;

    private final KeysetHandle key;

    private ArchivistKey(KeysetHandle key) {
        this.key = key;
    }

    /// A new key.
    public static ArchivistKey make() {
        try {
            HybridConfig.register();
            return new ArchivistKey(KeysetHandle.generateNew(
                    PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HPKE", e);
        }
    }

    /// Reads what `kept` wrote; empty when it is another passphrase, or no such file.
    public static Optional<ArchivistKey> read(String text, Secret<String> passphrase) {
        try {
            HybridConfig.register();
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            byte[] clear = cipher(Cipher.DECRYPT_MODE, passphrase, Arrays.copyOf(bytes, 28))
                    .doFinal(bytes, 28, bytes.length - 28);
            return Optional.of(new ArchivistKey(TinkJsonProtoKeysetFormat.parseKeyset(
                    new String(clear, StandardCharsets.UTF_8),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /// For the service: closes, opens nothing.
    public String lock() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                    key.getPublicKeysetHandle(), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no public half", e);
        }
    }

    /// For the archivist's own file.
    public String kept(Secret<String> passphrase, SecureRandom random) {
        try {
            byte[] head = new byte[28];
            random.nextBytes(head);
            byte[] clear = TinkJsonProtoKeysetFormat.serializeKeyset(
                            key, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, head).doFinal(clear);
            byte[] all = Arrays.copyOf(head, head.length + sealed.length);
            System.arraycopy(sealed, 0, all, head.length, sealed.length);
            return Base64.getMimeEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot be kept", e);
        }
    }

    /// What the service shows an archivist: whose archive, and what to open.
    public static String challenge(SpaceId space, byte[] locked) {
        return "MES-ARCHIVE." + space + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(locked);
    }

    /// The answer to a challenge; empty when it is none, or one for another key.
    public Optional<String> answer(String challenge) {
        Matcher parts = CHALLENGE.matcher(challenge.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] inside = key.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(
                            Base64.getUrlDecoder().decode(parts.group(2)),
                            ArchiveLocks.boundTo(SpaceId.of(parts.group(1))));
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(inside));
        } catch (GeneralSecurityException | IllegalArgumentException notForThisKey) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ArchivistKey[redacted]";
    }

    /// @param head 16 bytes of salt, 12 of nonce
    private static Cipher cipher(int mode, Secret<String> passphrase, byte[] head) throws GeneralSecurityException {
        PBEKeySpec words = new PBEKeySpec(passphrase.reveal().toCharArray(), Arrays.copyOf(head, 16), ROUNDS, 256);
        byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(words)
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(128, head, 16, 12));
        return cipher;
    }
}

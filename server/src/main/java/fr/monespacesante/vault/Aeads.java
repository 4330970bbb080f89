package fr.monespacesante.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/// Tink's XAES-256-GCM, from raw keys: nonces of 192 bits are drawn at random for any number of values under one key.
final class Aeads {
    private static final XAesGcmParameters PARAMETERS;

    static {
        try {
            AeadConfig.register();
            PARAMETERS = XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12);
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Aeads() {}

    @AccessesPartialKey
    static Aead xaes(byte[] key) {
        try {
            XAesGcmKey imported =
                    XAesGcmKey.create(PARAMETERS, SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()), null);
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(imported).withFixedId(1).makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no XAES-256-GCM", e);
        }
    }
}

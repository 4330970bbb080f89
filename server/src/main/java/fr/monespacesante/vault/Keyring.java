package fr.monespacesante.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Master keys for one use, in one file: the newest wraps, each opens what it wrapped. Nodes share the file; a
/// change by another node is noticed before the next wrap.
final class Keyring {
    private final Path file;
    private final String use;
    private final AtomicReference<Loaded> loaded;

    private Keyring(Path file, String use, Loaded first) {
        this.file = file;
        this.use = use;
        this.loaded = new AtomicReference<>(first);
    }

    private record Stamp(long modified, long size, @Nullable Object file) {}

    private record Loaded(Stamp stamp, KeysetHandle keys, Aead aead) {}

    /// The keys in this file; made now, with one key, when there is no such file.
    ///
    /// @param use is bound into each wrap: what was wrapped for one use opens for no other
    static Keyring in(Path file, String use) throws IOException, GeneralSecurityException {
        SecretFile.kept(
                file,
                () -> text(KeysetHandle.generateNew(
                        PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, RegistryConfiguration.get())));
        return new Keyring(file, use, load(file));
    }

    byte[] wrap(SpaceId space, byte[] key) {
        try {
            return current().aead().encrypt(key, boundTo(space));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapping failed", e);
        }
    }

    byte[] unwrap(SpaceId space, byte[] wrapped) {
        try {
            return loaded.get().aead().decrypt(wrapped, boundTo(space));
        } catch (GeneralSecurityException notUnderThese) {
            try {
                return current().aead().decrypt(wrapped, boundTo(space));
            } catch (GeneralSecurityException e) {
                throw new Damaged("the key of a space", e);
            }
        }
    }

    /// How everything begins that the newest key wrapped.
    byte[] newest() {
        return ByteBuffer.allocate(5)
                .put((byte) 1)
                .putInt(current().keys().getPrimary().getId())
                .array();
    }

    /// Are there keys besides the newest?
    boolean hasOlder() {
        return current().keys().size() > 1;
    }

    /// A new key, which wraps from now on.
    void add() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(current().keys());
        builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE)
                .withRandomId()
                .makePrimary());
        replace(builder);
    }

    /// Destroys all keys but the newest: what they alone wrapped opens never again, wherever a copy of it lies.
    void destroyOlder() {
        KeysetHandle keys = current().keys();
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
        for (int at = keys.size() - 1; at >= 0; at--) {
            if (!keys.getAt(at).isPrimary()) {
                builder.deleteAt(at);
            }
        }
        replace(builder);
    }

    private void replace(KeysetHandle.Builder builder) {
        try {
            SecretFile.replace(file, text(builder.build()));
            loaded.set(load(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no new master key", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the master keys cannot be written", e);
        }
    }

    private Loaded current() {
        try {
            Loaded known = loaded.get();
            if (!stamp(file).equals(known.stamp())) {
                known = load(file);
                loaded.set(known);
            }
            return known;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master keys are not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the master keys cannot be read", e);
        }
    }

    private static Loaded load(Path file) throws IOException, GeneralSecurityException {
        Stamp stamp = stamp(file);
        KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(
                SecretFile.kept(file, () -> {
                    throw new GeneralSecurityException("the master keys are gone");
                }),
                RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
        return new Loaded(stamp, keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes what = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(what.lastModifiedTime().toMillis(), what.size(), what.fileKey());
    }

    private static String text(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private byte[] boundTo(SpaceId space) {
        return (use + '|' + space).getBytes(StandardCharsets.UTF_8);
    }
}

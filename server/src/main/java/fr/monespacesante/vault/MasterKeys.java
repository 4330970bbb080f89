package fr.monespacesante.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/// The master keys, in a directory outside the database, each file readable by the service's user alone (mode 0600).
///
/// `spaces.json` and `directory.json` are Tink keysets: a rotation adds a key and makes it primary, older keys keep
/// opening what they sealed. `index.key` never rotates: the keyed hashes of the database depend on it. Missing files
/// are made at the first start; losing them loses everything, which is the point: back them up apart (SECURITY.md).
final class MasterKeys {
    private final Aead spaces;
    private final Directory directory;

    private MasterKeys(Aead spaces, Directory directory) {
        this.spaces = spaces;
        this.directory = directory;
    }

    static MasterKeys in(Path directory, SecureRandom random) {
        try {
            AeadConfig.register();
            Files.createDirectories(directory);
            Aead spaces = keyset(directory.resolve("spaces.json"));
            Aead rows = keyset(directory.resolve("directory.json"));
            return new MasterKeys(spaces, new Directory(rows, index(directory.resolve("index.key"), random)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master keys in " + directory + " are not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the master keys in " + directory + " cannot be read or made", e);
        }
    }

    Directory directory() {
        return directory;
    }

    byte[] wrap(SpaceId space, byte[] key) {
        try {
            return spaces.encrypt(key, boundTo(space));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapping failed", e);
        }
    }

    byte[] unwrap(SpaceId space, byte[] wrapped) {
        try {
            return spaces.decrypt(wrapped, boundTo(space));
        } catch (GeneralSecurityException e) {
            throw new Damaged("the key of a space", e);
        }
    }

    private static byte[] boundTo(SpaceId space) {
        return ("space-key|" + space).getBytes(StandardCharsets.UTF_8);
    }

    private static Aead keyset(Path file) throws IOException, GeneralSecurityException {
        String keys = SecretFile.kept(
                file,
                () -> TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(
                                PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, RegistryConfiguration.get()),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get()));
        return TinkJsonProtoKeysetFormat.parseKeyset(keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] index(Path file, SecureRandom random) throws IOException, GeneralSecurityException {
        return Base64.getDecoder().decode(SecretFile.kept(file, () -> {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            return Base64.getEncoder().encodeToString(fresh);
        }));
    }
}

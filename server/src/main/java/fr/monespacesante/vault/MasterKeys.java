package fr.monespacesante.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/// The master keys, in a directory outside the database, each file readable by the service's user alone (mode 0600).
///
/// `spaces.json` wraps the keys of spaces that live, `archive.json` those of closed ones; both rotate (ADR 38).
/// `directory.json` seals the directory's rows and does not rotate by itself; `index.key` never: the keyed hashes of
/// the database depend on it. Missing files are made at the first start; losing them loses everything, which is
/// the point: back them up apart (SECURITY.md).
final class MasterKeys {
    private final Keyring spaces;
    private final Keyring archive;
    private final ArchiveLocks locks;
    private final Directory directory;

    private MasterKeys(Keyring spaces, Keyring archive, ArchiveLocks locks, Directory directory) {
        this.spaces = spaces;
        this.archive = archive;
        this.locks = locks;
        this.directory = directory;
    }

    static MasterKeys in(Path directory, SecureRandom random) {
        try {
            AeadConfig.register();
            Files.createDirectories(directory);
            Aead rows = keyset(directory.resolve("directory.json"));
            return new MasterKeys(
                    Keyring.in(directory.resolve("spaces.json"), "space-key"),
                    Keyring.in(directory.resolve("archive.json"), "archived-key"),
                    new ArchiveLocks(directory),
                    new Directory(rows, index(directory.resolve("index.key"), random)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master keys in " + directory + " are not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the master keys in " + directory + " cannot be read or made", e);
        }
    }

    Directory directory() {
        return directory;
    }

    /// For the keys of spaces that live.
    Keyring spaces() {
        return spaces;
    }

    /// For the keys of closed spaces.
    Keyring archive() {
        return archive;
    }

    ArchiveLocks locks() {
        return locks;
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

package fr.monespacesante.vault;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// The two locks that the archivists open, one each, on a machine of their own (`ArchivistKey`). The service has the
/// public halves, `archivist-a.pub` and `archivist-b.pub` beside the master keys, and can only close.
final class ArchiveLocks {
    private final Path directory;

    ArchiveLocks(Path directory) {
        this.directory = directory;
    }

    /// Locked by the second, then by the first; empty where no archivists have been appointed.
    Optional<byte[]> lock(SpaceId space, byte[] secret) {
        Path first = directory.resolve("archivist-a.pub");
        Path second = directory.resolve("archivist-b.pub");
        if (!Files.exists(first) || !Files.exists(second)) {
            return Optional.empty();
        }
        return Optional.of(closed(first, space, closed(second, space, secret)));
    }

    static byte[] boundTo(SpaceId space) {
        return ("archive|" + space).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] closed(Path lock, SpaceId space, byte[] content) {
        try {
            HybridConfig.register();
            KeysetHandle key = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                    Files.readString(lock), RegistryConfiguration.get());
            return key.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(content, boundTo(space));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the archivists' lock " + lock + " is not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the archivists' lock " + lock + " cannot be read", e);
        }
    }
}

package fr.monespacesante.vault;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.vault.VaultConfiguration.VaultProperties;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@Requirement("OPS-01")
@SuppressWarnings("NullAway.Init")
class S3BlobsTests implements BlobStoreContract {
    private SmallObjectStore objects;

    @BeforeEach
    void start() throws IOException {
        objects = new SmallObjectStore();
    }

    @AfterEach
    void stop() {
        objects.close();
    }

    @Override
    public BlobStore store() {
        return VaultConfiguration.objectStore(new VaultProperties.S3(
                objects.endpoint(), "blobs", "fr", new Secret<>("access"), new Secret<>("secret")));
    }
}

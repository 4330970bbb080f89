package fr.monespacesante.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTests implements BlobStoreContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Override
    public BlobStore store() throws IOException {
        return new FileBlobs(directory);
    }
}

package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Sealed bytes, kept under an identifier. Implementations see no readable content.
public interface BlobStore {
    /// Writes the bytes of one blob.
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /// A blob found by the sweep.
    record Found(UUID blob, Instant writtenAt, long size) {}

    /// Keeps a new blob of a space. When this returns, the bytes survive a power cut.
    ///
    /// @return the number of bytes kept
    /// @throws IOException when they could not be kept whole; nothing remains then
    long keep(SpaceId space, UUID blob, Writer writer) throws IOException;

    /// @throws java.nio.file.NoSuchFileException when there is no such blob
    InputStream read(SpaceId space, UUID blob) throws IOException;

    /// Removes a blob for good; does nothing when it is not there.
    void remove(SpaceId space, UUID blob) throws IOException;

    /// The blobs of one space.
    List<Found> of(SpaceId space) throws IOException;

    /// Shows each space that has blobs once, in no order.
    void eachSpace(Consumer<SpaceId> visitor) throws IOException;
}

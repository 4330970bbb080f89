package fr.monespacesante.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer that is not sent yet. Each person who may answer has one of their own in an exchange.
///
/// @param toAll for everybody in the exchange, not only who wrote last
/// @param files in the order in which they were added
public record Draft(
        UUID id, UUID conversation, long version, boolean toAll, String text, List<File> files, Instant savedAt) {
    public Draft {
        files = List.copyOf(files);
    }

    /// @param id also that of its bytes
    /// @param document of the record, when it was taken from there
    public record File(
            UUID id,
            String name,
            String mimeType,
            long size,
            @Nullable UUID document) {}

    public long size() {
        return files.stream().mapToLong(File::size).sum();
    }

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}

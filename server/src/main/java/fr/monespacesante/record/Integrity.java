package fr.monespacesante.record;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Re-reads everything of a space (DOC-13) and removes what no row names.
public final class Integrity {
    /// A blob younger than this may belong to a deposit that has not committed yet.
    static final Duration GRACE = Duration.ofHours(1);

    private final DocumentRows rows;
    private final BlobStore blobs;
    private final Supplier<List<NamedBlobs>> others;

    Integrity(DocumentRows rows, BlobStore blobs) {
        this(rows, blobs, List::of);
    }

    Integrity(DocumentRows rows, BlobStore blobs, Supplier<List<NamedBlobs>> others) {
        this.rows = rows;
        this.blobs = blobs;
        this.others = others;
    }

    /// @param damaged the documents whose metadata do not open, or whose bytes are missing, do not open, or have
    /// another hash than when they came
    public record Report(int documents, List<DocumentId> damaged) {}

    /// Opens each document and compares its hash.
    public Report verify(Visit visit) {
        List<DocumentEntry> all = new ArrayList<>();
        List<DocumentId> damaged = new ArrayList<>();
        rows.each(visit, all::add, damaged::add);
        int documents = all.size() + damaged.size();
        for (DocumentEntry entry : all) {
            if (!sound(new OpenDocument(entry, visit.key(), blobs))) {
                damaged.add(entry.id());
            }
        }
        return new Report(documents, damaged);
    }

    /// Removes the blobs of this space that no row names and that are older than `GRACE`.
    ///
    /// @return how many were removed
    public int sweep(Visit visit) {
        Set<UUID> named = new HashSet<>();
        rows.each(visit, entry -> named.add(entry.content().blob()));
        others.get().forEach(other -> named.addAll(other.of(visit.id())));
        int removed = 0;
        try {
            for (BlobStore.Found found : blobs.of(visit.id())) {
                boolean old = found.writtenAt().isBefore(visit.now().minus(GRACE));
                if (old && !named.contains(found.blob())) {
                    blobs.remove(visit.id(), found.blob());
                    removed++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs of a space cannot be listed", e);
        }
        return removed;
    }

    private static boolean sound(OpenDocument document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size;
            try (InputStream in = new DigestInputStream(document.stream(), digest)) {
                size = in.transferTo(OutputStream.nullOutputStream());
            }
            DocumentEntry.Content content = document.entry().content();
            return size == content.size()
                    && HexFormat.of().formatHex(digest.digest()).equals(content.sha256());
        } catch (IOException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}

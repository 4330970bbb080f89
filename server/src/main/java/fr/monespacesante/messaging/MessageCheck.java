package fr.monespacesante.messaging;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Damaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Re-reads every message of a space: is it still there, whole, and does it open?
public final class MessageCheck {
    private final JdbcClient database;
    private final MessageRows messages;
    private final BlobStore blobs;

    MessageCheck(JdbcClient database, BlobStore blobs) {
        this.database = database;
        this.messages = new MessageRows(database);
        this.blobs = blobs;
    }

    /// @param damaged messages that do not open, or whose bytes are missing or others
    public record Report(int messages, List<UUID> damaged) {
        public Report {
            damaged = List.copyOf(damaged);
        }
    }

    private record Named(UUID message, UUID blob, long size) {}

    private List<Named> named(SpaceId space) {
        return database.sql("select id, blob, size from messaging.message where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> new Named(
                        row.getObject("id", UUID.class), row.getObject("blob", UUID.class), row.getLong("size")))
                .list();
    }

    public Report verify(Visit visit) {
        List<Named> all = named(visit.id());
        return new Report(
                all.size(),
                all.stream()
                        .filter(one -> !sound(visit, one))
                        .map(Named::message)
                        .toList());
    }

    private boolean sound(Visit visit, Named one) {
        try {
            return messages.find(visit, one.message()).isPresent()
                    && new KeptMessage(visit.key(), one.blob(), blobs).bytes().length == one.size();
        } catch (IOException | Damaged damaged) {
            return false;
        }
    }

    /// Of a space whose key is in the archive: is every message's file still there? With row security open for it.
    public Report missing(SpaceId space) {
        Set<UUID> there = new HashSet<>();
        try {
            blobs.of(space).forEach(found -> there.add(found.blob()));
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs of a space cannot be listed", e);
        }
        List<Named> all = named(space);
        List<UUID> missing = new ArrayList<>();
        all.stream().filter(one -> !there.contains(one.blob())).forEach(one -> missing.add(one.message()));
        return new Report(all.size(), missing);
    }
}

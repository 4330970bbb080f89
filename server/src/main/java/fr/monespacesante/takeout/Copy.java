package fr.monespacesante.takeout;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One copy of everything, from the wish to its end.
///
/// @param done documents that are in it so far
/// @param total documents that will be in it; 0 until that is known
/// @param size of the file in bytes, once it is ready
/// @param expiresAt when a ready one is removed by itself
public record Copy(
        UUID id,
        State state,
        Instant askedAt,
        int done,
        int total,
        long size,
        Optional<Instant> endedAt,
        Optional<Instant> expiresAt) {

    /// Where it stands.
    public enum State {
        WAITING,
        BUILDING,
        READY,
        /// It could not be made; it can be asked for again.
        FAILED,
        /// What it held changed, or the right to it ended, while it was made or before it was fetched.
        STOPPED,
        /// Whoever asked removed it.
        REMOVED,
        EXPIRED;

        public boolean running() {
            return this == WAITING || this == BUILDING;
        }
    }

    /// From 0 to 100.
    public int percent() {
        return switch (state) {
            case READY -> 100;
            case BUILDING -> total == 0 ? 0 : (int) Math.min(99, 100L * done / total);
            case WAITING, FAILED, STOPPED, REMOVED, EXPIRED -> 0;
        };
    }
}

package fr.monespacesante.archive;

import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request, and how far it is.
///
/// @param until when reading ends, once it has begun
public record ArchiveRequest(
        UUID id,
        SpaceId space,
        State state,
        Instant requestedAt,
        Optional<Instant> until,
        long version,
        Details details) {
    public enum State {
        /// The first archivist has not answered their challenge yet.
        REQUESTED,
        /// The first has; it waits for another one.
        HALF,
        OPEN,
        ENDED
    }

    /// @param person whose space it is
    /// @param reason why, in words
    /// @param action reference of the legal action
    /// @param half what is behind the first lock: still closed to everybody but the second archivist
    public record Details(
            String person,
            String reason,
            String action,
            Archivist first,
            @Nullable Archivist second,
            @Nullable String half) {
        Details with(String answer) {
            return new Details(person, reason, action, first, second, answer);
        }

        Details with(Archivist other) {
            return new Details(person, reason, action, first, other, null);
        }

        @Override
        public String toString() {
            return "Details[redacted]";
        }
    }

    /// Is it one of the two who opened it together?
    public boolean openedBy(Archivist who) {
        Archivist second = details.second();
        return details.first().id().equals(who.id())
                || (second != null && second.id().equals(who.id()));
    }
}

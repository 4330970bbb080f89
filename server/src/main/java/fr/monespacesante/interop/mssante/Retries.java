package fr.monespacesante.interop.mssante;

import java.time.Duration;
import java.util.List;

/// When a message that could not be given over is tried again: soon at first, then every three hours.
final class Retries {
    private static final List<Duration> FIRST =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Duration THEN = Duration.ofHours(3);

    private Retries() {}

    /// @param attempts made so far, at least one
    static Duration after(int attempts) {
        return attempts <= FIRST.size() ? FIRST.get(Math.max(attempts, 1) - 1) : THEN;
    }
}

package fr.monespacesante.ops;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a check has come and what it found.
///
/// @param swept blobs that no document named, now removed
/// @param findings what is damaged, one sentence each; empty when all is whole
/// @param failure why the check itself ended early
record IntegrityReport(
        State state,
        @Nullable Instant startedAt,
        int spaces,
        long documents,
        int swept,
        List<String> findings,
        @Nullable String failure) {
    enum State {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    static IntegrityReport never() {
        return new IntegrityReport(State.NEVER, null, 0, 0, 0, List.of(), null);
    }

    boolean isSound() {
        return state == State.DONE && findings.isEmpty();
    }
}

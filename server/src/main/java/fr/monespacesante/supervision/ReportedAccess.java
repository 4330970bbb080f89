package fr.monespacesante.supervision;

import fr.monespacesante.audit.Trace;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case: an access that a citizen does not find right (TRC-05).
///
/// @param space whose; for the answer, and shown to nobody
/// @param trace number of the line in the space's history
public record ReportedAccess(
        UUID id, UUID space, long trace, Instant receivedAt, State state, long version, Content content) {
    /// received → examined → answered; nothing else.
    public enum State {
        RECEIVED,
        EXAMINED,
        ANSWERED
    }

    /// What is sealed. Of the access it repeats who, when and by what right: not on which document, nor
    /// the reason
    /// that was declared, which may speak of health.
    ///
    /// @param words what the citizen wrote; may be empty
    /// @param examiner the operator who took it up
    public record Content(
            Trace.Actor actor,
            Instant at,
            String act,
            String right,
            String outcome,
            String words,
            @Nullable String examiner,
            @Nullable Instant examinedAt,
            @Nullable Answer answer) {
        static Content of(Trace trace, String words) {
            return new Content(
                    trace.actor(), trace.at(), trace.act(), trace.right(), trace.outcome(), words, null, null, null);
        }

        Content examined(String by, Instant when) {
            return new Content(actor, at, act, right, outcome, words, by, when, null);
        }

        Content answered(Answer with) {
            return new Content(actor, at, act, right, outcome, words, examiner, examinedAt, with);
        }

        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    /// What the citizen is told.
    ///
    /// @param founded whether the access was indeed not right
    /// @param by the operator; the citizen is not told
    public record Answer(boolean founded, String text, Instant at, String by) {
        @Override
        public String toString() {
            return "Answer[redacted]";
        }
    }

    public Optional<Answer> answer() {
        return Optional.ofNullable(content.answer());
    }
}

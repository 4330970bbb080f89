package fr.monespacesante.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line that tells the citizen of something.
///
/// @param subject the document it is about, when it is about one
/// @param actor who did it, by name
/// @param structure where they work
/// @param reason what was declared, for an emergency
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Notice(
        UUID id,
        Instant at,
        Kind kind,
        @Nullable UUID subject,
        @Nullable String actor,
        @Nullable String structure,
        @Nullable String reason,
        boolean read) {

    /// What a notice can be about (NOT-01), as far as this service does it.
    public enum Kind {
        DOCUMENT_NEW(false),
        DOCUMENT_REPLACED(false),
        DOCUMENT_CHANGED(false),
        CONSENT_DECLARED(false),
        ACCESS(false),
        EMERGENCY_ACCESS(true),
        SECURITY(true),
        /// A case that the holder had opened has its answer (TRC-05).
        REPORT_ANSWERED(true);

        private final boolean always;

        Kind(boolean always) {
            this.always = always;
        }

        /// True for what cannot be silenced (NOT-02).
        public boolean always() {
            return always;
        }
    }

    Notice asRead() {
        return new Notice(id, at, kind, subject, actor, structure, reason, true);
    }

    public Optional<UUID> document() {
        return Optional.ofNullable(subject);
    }
}

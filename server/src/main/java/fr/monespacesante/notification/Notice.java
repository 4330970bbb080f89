package fr.monespacesante.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line that tells the citizen of something.
///
/// @param at from when on the holder may know of it: a moment to come for a result that is announced later
/// @param subject the document it is about, when it is about one
/// @param actor who did it, by name
/// @param structure where they work
/// @param reason what was declared, for an emergency
/// @param right by what right (`access.Right`), when something was done
/// @param act what was done or tried, by its code in the history, where the kind does not say it
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Notice(
        UUID id,
        Instant at,
        Kind kind,
        @Nullable UUID subject,
        @Nullable String actor,
        @Nullable String structure,
        @Nullable String reason,
        boolean read,
        @Nullable String right,
        @Nullable String act) {

    /// What a notice can be about (NOT-01), as far as this service does it.
    public enum Kind {
        DOCUMENT_NEW(Topic.DOCUMENTS),
        DOCUMENT_REPLACED(Topic.DOCUMENTS),
        DOCUMENT_CHANGED(Topic.DOCUMENTS),
        DOCUMENT_DELETED(Topic.DOCUMENTS),
        CONSENT_DECLARED(Topic.RIGHTS),
        RIGHTS_CHANGED(Topic.RIGHTS),
        ACCESS(Topic.ACCESSES),
        DELEGATE_ACCESS(Topic.ACCESSES),
        REFUSED(Topic.REFUSALS),
        EMERGENCY_ACCESS(Topic.EMERGENCIES),
        NEW_DEVICE(Topic.SECURITY),
        PASSWORD_CHANGED(Topic.SECURITY),
        CONTACT_CHANGED(Topic.SECURITY),
        /// The support did something at the holder's request (SUP-01).
        SUPPORT_ACTED(Topic.SECURITY),
        /// A counsellor came in beside the holder (ACP-01).
        SESSION_ASSISTED(Topic.SECURITY),
        /// A case that the holder had opened has its answer (TRC-05).
        REPORT_ANSWERED(Topic.SECURITY),
        /// A copy of everything can be fetched (EXP-01).
        COPY_READY(Topic.SECURITY),
        COPY_FAILED(Topic.SECURITY),
        /// What the holder asked to have erased is gone (ENR-18).
        ERASURE_DONE(Topic.SECURITY),
        /// A professional wrote (MSG-02); the subject is the exchange.
        MESSAGE_NEW(Topic.MESSAGES),
        /// A message of the holder did not reach everybody.
        MESSAGE_RETURNED(Topic.MESSAGES),
        /// A message was refused for what it brought (MSG-06).
        MESSAGE_REFUSED(Topic.MESSAGES);

        private final Topic topic;

        Kind(Topic topic) {
            this.topic = topic;
        }

        public Topic topic() {
            return topic;
        }
    }

    /// Something of the account itself, which has no other author than the account.
    static Notice ofAccount(UUID id, Instant at, Kind kind) {
        return new Notice(id, at, kind, null, null, null, null, false, null, null);
    }

    Notice asRead() {
        return new Notice(id, at, kind, subject, actor, structure, reason, true, right, act);
    }

    public Optional<UUID> document() {
        return Optional.ofNullable(subject);
    }
}

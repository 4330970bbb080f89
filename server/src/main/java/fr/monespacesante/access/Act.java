package fr.monespacesante.access;

import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is asked. Each act has a stable code, which the history keeps.
public sealed interface Act {
    /// The code of this act in the history.
    String code();

    /// What it is done to, when that is known before the door opens.
    default Optional<UUID> subject() {
        return Optional.empty();
    }

    /// True when the act changes something: a refusal of the body then undoes all it wrote.
    default boolean writes() {
        return false;
    }

    /// Asks whether a person has an open space (TD0.2): shows nothing of what is in it.
    record FindSpace() implements Act {
        @Override
        public String code() {
            return "FIND_SPACE";
        }
    }

    /// Lists or searches documents.
    record ListDocuments() implements Act {
        @Override
        public String code() {
            return "LIST_DOCUMENTS";
        }
    }

    /// Opens one document.
    record ReadDocument(DocumentId document) implements Act {
        @Override
        public String code() {
            return "READ_DOCUMENT";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(document.value());
        }
    }

    /// Adds documents, or replaces them.
    ///
    /// @param authors the professionals that the documents name as authors
    record DepositDocuments(Set<Rpps> authors, Set<Mark> marks) implements Act {
        public DepositDocuments {
            authors = Set.copyOf(authors);
            marks = Set.copyOf(marks);
        }

        @Override
        public String code() {
            return "DEPOSIT_DOCUMENT";
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// Changes the status, marks or archiving of a document (DOC-11).
    record ChangeDocument(DocumentId document) implements Act {
        @Override
        public String code() {
            return "CHANGE_DOCUMENT";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(document.value());
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// Deletes a document for good (DOC-07).
    record DeleteDocument(DocumentId document) implements Act {
        @Override
        public String code() {
            return "DELETE_DOCUMENT";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(document.value());
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// A professional declares that the patient agreed (ACC-01).
    ///
    /// @param until the end of a care-team agreement; empty for one consultation
    record DeclareConsent(Optional<Instant> until) implements Act {
        @Override
        public String code() {
            return "DECLARE_CONSENT";
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// The holder changes who may see what: ends a consent, blocks, unblocks, names.
    record ChangeRights(String what) implements Act {
        @Override
        public String code() {
            return what;
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// The holder reads who may see what.
    record ReadRights() implements Act {
        @Override
        public String code() {
            return "READ_RIGHTS";
        }
    }

    /// The holder reads the history.
    record ReadHistory() implements Act {
        @Override
        public String code() {
            return "READ_HISTORY";
        }
    }

    /// The holder reads their notices, or marks them read.
    record ReadNotices() implements Act {
        @Override
        public String code() {
            return "READ_NOTICES";
        }
    }

    /// Checks that everything in the space opens and that its history is whole.
    record VerifySpace() implements Act {
        @Override
        public String code() {
            return "VERIFY_SPACE";
        }
    }
}

package fr.monespacesante.access;

import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is asked. Each act has a stable code, which the history keeps.
public sealed interface Act
        permits Act.FindSpace,
                Act.ListDocuments,
                Act.ReadDocument,
                Act.DepositDocuments,
                Act.ChangeDocument,
                Act.DeleteDocument,
                Act.DeclareConsent,
                Act.ChangeRights,
                Act.PreviewAs,
                Act.ReadRights,
                Act.ReadHistory,
                Act.ReadNotices,
                Act.DownloadEverything,
                Act.AskErasure,
                Act.EraseDocuments,
                Act.CloseSpace,
                Act.ReadArchive,
                Act.VerifySpace,
                MessageAct {
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
    /// @param minorObjects a minor who does not want these documents kept at all: nothing is (DOC-10)
    record DepositDocuments(Set<Rpps> authors, Set<Mark> marks, boolean minorObjects) implements Act {
        public DepositDocuments(Set<Rpps> authors, Set<Mark> marks) {
            this(authors, marks, false);
        }

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

    /// What a holder may decide of who sees what. The names are the codes in the history.
    enum RightsChange {
        END_CONSENT,
        BLOCK,
        UNBLOCK,
        NAME_TREATING_DOCTOR,
        WITHDRAW_TREATING_DOCTOR,
        REFUSE_FEEDING,
        ACCEPT_FEEDING,
        SET_EMERGENCIES,
        SET_ARRIVALS,
        SET_DELAYS,
        SHOW_TO_ONE,
        HIDE_FROM_ONE,
        FORGET_ONE,
        /// Who helps (REP-05), and who of the family comes in (REP-06).
        NAME_CAREGIVER,
        CHANGE_CAREGIVER,
        END_CAREGIVER,
        GIVE_OWN_ACCESS,
        END_OWN_ACCESS,
        CONCEAL,
        /// Which addresses of MSSanté are kept out of the mailbox (MSG-06).
        BLOCK_SENDER,
        UNBLOCK_SENDER,
        /// How to be told, which is nobody else's to choose either.
        CHANGE_NOTIFICATIONS
    }

    /// The holder changes who may see what (ACC-01, 03, 04, 06, 07, 11, 13).
    record ChangeRights(RightsChange what) implements Act {
        @Override
        public String code() {
            return what.name();
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// The holder looks at the record through a professional's eyes (ACC-11).
    record PreviewAs(Rpps rpps) implements Act {
        @Override
        public String code() {
            return "PREVIEW_AS";
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

    /// Somebody takes a copy of everything that they may see (EXP-01).
    record DownloadEverything(Step step) implements Act {
        /// What is done for it: the decision is taken anew at each.
        public enum Step {
            ASK("DOWNLOAD_EVERYTHING"),
            BUILD("BUILD_COPY"),
            FETCH("FETCH_COPY");

            private final String code;

            Step(String code) {
                this.code = code;
            }
        }

        @Override
        public String code() {
            return step.code;
        }

        @Override
        public boolean writes() {
            return step == Step.ASK;
        }
    }

    /// The holder asks that documents of others be erased for good (ENR-18).
    record AskErasure() implements Act {
        @Override
        public String code() {
            return "ASK_ERASURE";
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// The service does what was asked.
    ///
    /// @param request the holder's
    record EraseDocuments(UUID request) implements Act {
        @Override
        public String code() {
            return "ERASE_DOCUMENTS";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(request);
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// Closes the space, or erases it (ENR-11, ENR-13).
    record CloseSpace() implements Act {
        @Override
        public String code() {
            return "CLOSE_SPACE";
        }

        @Override
        public boolean writes() {
            return true;
        }
    }

    /// Two archivists have opened a closed space for a legal action; one of them reads in it (ENR-12).
    ///
    /// @param document empty for the list
    record ReadArchive(Optional<DocumentId> document) implements Act {
        @Override
        public String code() {
            return "READ_ARCHIVE";
        }

        @Override
        public Optional<UUID> subject() {
            return document.map(DocumentId::value);
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

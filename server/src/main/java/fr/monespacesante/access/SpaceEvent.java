package fr.monespacesante.access;

import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Something that happened in a space and that others act on. Events hold ids, never health content.
public sealed interface SpaceEvent {
    /// Who may be told of a document, besides professionals.
    ///
    /// @param toHolder false while the document waits to be announced (INVISIBLE_PATIENT)
    /// @param toRepresentatives false also for INVISIBLE_REPRESENTANTS_LEGAUX
    /// @param from when the holder may see it; in the future for a delayed result (ACC-13)
    record Shown(boolean toHolder, boolean toRepresentatives, Instant from) {
        public static Shown of(Rights rights, DocumentFacts document) {
            boolean announced = !document.marks().contains(Mark.INVISIBLE_PATIENT);
            return new Shown(
                    announced,
                    announced && !document.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX),
                    document.byHolder()
                            ? document.arrivedAt()
                            : rights.seenFrom(document.typeCode(), document.arrivedAt()));
        }
    }

    record DocumentDeposited(DocumentId document, Shown shown) implements SpaceEvent {}

    record DocumentReplaced(DocumentId before, DocumentId now, Shown shown) implements SpaceEvent {}

    record DocumentChanged(DocumentId document, Shown shown) implements SpaceEvent {}

    record DocumentDeleted(DocumentId document) implements SpaceEvent {}

    /// Erased for good, as the holder had asked; nobody is told of each one.
    record DocumentsErased(Set<DocumentId> documents) implements SpaceEvent {
        public DocumentsErased {
            documents = Set.copyOf(documents);
        }
    }

    /// All that was asked to be erased is gone (ENR-18).
    record ErasureDone(UUID request) implements SpaceEvent {}

    /// A copy of everything can be fetched, or could not be made (EXP-01).
    record CopyMade(UUID copy, boolean ready) implements SpaceEvent {}

    record ConsentDeclared(UUID consent) implements SpaceEvent {}

    record RightsChanged(String what) implements SpaceEvent {}

    /// Somebody other than the holder was let in.
    record Entered(Right right) implements SpaceEvent {}

    /// The operator answered a case that the holder had opened (TRC-05).
    record ReportAnswered(UUID report) implements SpaceEvent {}

    /// A professional wrote to the holder (MSG-02).
    ///
    /// @param toRepresentatives false for an exchange that is kept from them
    record MessageArrived(UUID conversation, UUID message, boolean toRepresentatives) implements SpaceEvent {}

    /// The holder, or who represents them, has opened these messages.
    record MessagesRead(Set<UUID> messages) implements SpaceEvent {
        public MessagesRead {
            messages = Set.copyOf(messages);
        }
    }

    /// A message of the holder did not reach somebody.
    record MessageReturned(UUID conversation, UUID message, boolean toRepresentatives) implements SpaceEvent {}

    /// Messages of an exchange were deleted for good.
    record MessagesDeleted(UUID conversation) implements SpaceEvent {}

    /// A message to the holder was refused for what it brought (MSG-06).
    record MessageRefused(Problem why) implements SpaceEvent {}

    /// Somebody was refused.
    record Refused(Problem problem) implements SpaceEvent {}
}

package fr.monespacesante.access;

import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Problem;
import java.util.UUID;

/// Something that happened in a space and that others act on. Events hold ids, never health content.
public sealed interface SpaceEvent {
    /// @param shown false while the holder may not know of the document (INVISIBLE_PATIENT)
    record DocumentDeposited(DocumentId document, boolean shown) implements SpaceEvent {}

    /// @param shown false while the holder may not know of the document
    record DocumentReplaced(DocumentId before, DocumentId now, boolean shown) implements SpaceEvent {}

    /// @param shown false while the holder may not know of the document
    record DocumentChanged(DocumentId document, boolean shown) implements SpaceEvent {}

    record DocumentDeleted(DocumentId document) implements SpaceEvent {}

    record ConsentDeclared(UUID consent) implements SpaceEvent {}

    record RightsChanged(String what) implements SpaceEvent {}

    /// Somebody other than the holder was let in.
    record Entered(Right right) implements SpaceEvent {}

    /// The operator answered a case that the holder had opened (TRC-05).
    record ReportAnswered(UUID report) implements SpaceEvent {}

    /// Somebody was refused.
    record Refused(Problem problem) implements SpaceEvent {}
}

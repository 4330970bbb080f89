package fr.monespacesante.access;

import fr.monespacesante.kernel.Problem;
import java.util.function.Predicate;

/// What `Rules` says.
public sealed interface Decision {
    /// @param sees which documents this caller may know of; lists, counts and searches are filtered by it alone
    /// @param unseen what a caller is told of a document that they may not know of, or that never was: the
    /// same words
    record Permit(Right right, Predicate<DocumentFacts> sees, Problem unseen) implements Decision {}

    record Deny(Problem problem) implements Decision {}
}

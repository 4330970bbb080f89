/// The medical record of a space: documents, their versions, their text for searching, and the submissions they came
/// in.
///
/// `Deposits` checks a document before any door is open (what it is, that it is what it says, for whom it is),
/// so that no transaction waits for that work; `Documents` keeps, lists, opens, changes and deletes, inside a
/// visit. Metadata is one sealed value per document; content is a sealed blob, written and synced before the
/// commit; a list opens the rows of one space in memory and filters them by what the visitor may know of.
@ApplicationModule(
        displayName = "Record",
        allowedDependencies = {"kernel", "vault", "account", "access", "content"})
@NullMarked
package fr.monespacesante.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

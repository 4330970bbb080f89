/// A closed space is opened for a legal action by two archivists together (ENR-12, ADR 39).
///
/// One asks, with a reason and the reference of the action, and answers the first challenge with the key that only
/// they hold; another one answers the second. Then both may read in it, for three days at most, through the door like
/// everybody (`Act.ReadArchive`): each reading is a line of the space's own history and of the agents' journal. Nothing
/// is ever written into the space.
@ApplicationModule(
        displayName = "Archive",
        allowedDependencies = {"kernel", "vault", "audit", "account", "access", "record"})
@NullMarked
package fr.monespacesante.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

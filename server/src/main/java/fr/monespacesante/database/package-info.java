/// How the service gets its PostgreSQL: an embedded one with a data directory of its own (the default), or an external
/// one by configuration; the two roles (the owner migrates, the application runs); one schema per module, each
/// with its
/// own migrations; and the check at start-up that row security stands behind every table of a space.
@ApplicationModule(displayName = "Database", allowedDependencies = "kernel")
@NullMarked
package fr.monespacesante.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

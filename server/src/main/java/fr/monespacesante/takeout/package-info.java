/// A copy of everything that a space holds, as one file for its holder to keep (EXP-01).
///
/// `Copies` is asked, inside a visit, for a copy; `CopyWork` makes it on whichever node is free, one at
/// a time for a space, and starts over after a crash. The file is a ZIP that leaves as a stream into a
/// blob sealed under the space's key: nothing readable lies anywhere, and memory does not grow with the
/// space. What goes into it is written by
/// `Chapter`s, each in the module that knows its form: the files themselves here, pages in
/// `portal.data`, resources in
/// `interop.fhir`. The decision is taken when it is asked for, when it is built, when it is done and
/// each time it is fetched; what went meanwhile takes the copy with it.
@ApplicationModule(
        displayName = "Takeout",
        allowedDependencies = {"kernel", "vault", "account", "access", "record"})
@NullMarked
package fr.monespacesante.takeout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

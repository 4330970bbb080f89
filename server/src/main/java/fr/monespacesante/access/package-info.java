/// Who may do what in a space, and the one door into it.
///
/// A channel names a `Caller` and an `Act` and calls `Doors.enter`. In one transaction the facts are read, `Rules`
/// decides, row security is opened for that space alone, the body runs with a `Visit`, and the trace is written. A
/// `Visit` cannot be made elsewhere, and every store method that touches a space asks for one: code that skips the
/// decision, the trace, the row security or the key does not compile (SEC-03).
///
/// What steers the decision (`Rights`: consents, blocks, treating doctor, emergency settings) is one sealed row per
/// space; the matrix of professions and document types (`Matrix`) is data.
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "identity", "account", "audit", "vault"})
@NullMarked
package fr.monespacesante.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

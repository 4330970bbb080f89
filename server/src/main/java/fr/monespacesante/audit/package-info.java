/// The history of each space: every access, reading included, by whoever or whatever, allowed or refused. A
/// trace is written in the transaction of the access it tells of: no trace, no access (TRC-01).
///
/// Traces are insert-only for the service and chained per space: each carries the hash of the one before it,
/// made by the database function `audit.append`, so that a row changed, removed or put in between is found
/// and named by `TraceChain` (TRC-03). What a trace says is sealed with the space's key.
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "vault"})
@NullMarked
package fr.monespacesante.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

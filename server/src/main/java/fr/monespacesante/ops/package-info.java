/// What an operator needs: is the service well, how much does it do, is what it keeps whole, and which settings it has.
///
/// Health (`/actuator/health/liveness`, `/readiness`) is open and says up or down; figures (`/actuator/prometheus`) and
/// the integrity check (`/actuator/integrity`) want the operator's token, made at the first start in a file that only
/// the service's user can read. The integrity check enters every space through its door, like everybody, and leaves its
/// trace there; it re-reads each document, each message and each link of the history and removes blobs that no document
/// names.
///
/// A database that is away is answered with 503 in every channel; a setting that nobody knows stops the start.
/// Nobody uses this module.
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"kernel", "database", "vault", "audit", "account", "access", "record", "messaging"})
@NullMarked
package fr.monespacesante.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

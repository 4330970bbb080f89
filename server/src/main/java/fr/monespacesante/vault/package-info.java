/// Keys and sealing. Each space has a key of its own, made at its first write, kept only wrapped under the master key,
/// which lies outside the database. `SpaceKey` seals the rows and the documents of one space; `Directory` seals
/// the few
/// rows that must be found before any space is open (who is invited, who signs in); `BlobStore` keeps sealed bytes.
///
/// What this module promises (SEC-02): without the master key neither the database nor the file store, nor a copy of
/// both, can be read; a sealed value that was changed, or moved to another row, table, space or version, does
/// not open;
/// when a space's key is destroyed, what it sealed is gone.
@ApplicationModule(displayName = "Vault", allowedDependencies = "kernel")
@NullMarked
package fr.monespacesante.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

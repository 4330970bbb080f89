/// The 3422 (SUP-01): an agent finds a person only by the answers that person gives, sees where their space stands in
/// its life, and does what they ask for: send a code, lift a block, correct a contact, record an opposition, close.
///
/// A counsellor at a desk opens a space beside its holder (ACP-01): `AssistedSessions`.
///
/// No act of it enters a space, and nothing here holds health content. Each act is a line of the agents' journal and
/// of this module, in the transaction of what it tells of; the holder finds it in the history of the space, at once or
/// as soon as the space is open.
@ApplicationModule(
        displayName = "Support",
        allowedDependencies = {"kernel", "vault", "audit", "identity", "account", "access"})
@NullMarked
package fr.monespacesante.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

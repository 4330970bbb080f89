/// The life of a space: a person is announced by a campaign file, invited with a provisional code, may
/// oppose for six
/// weeks, has a space opened when she did not, and activates it (requirements ENR-01 to ENR-08).
///
/// `Spaces` finds a space, by INS or by id, before its door is open; `SpaceLife` is the one table of
/// permitted moves;
/// `Campaigns` imports people; `Invitations` sends codes; `Activation` walks a person from her card to a login.
///
/// Nothing here is readable in the database: an INS is a keyed hash, everything else about a person is
/// sealed by the
/// vault's `Directory`. No health content is kept in this module.
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"kernel", "vault", "courier", "identity"})
@NullMarked
package fr.monespacesante.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

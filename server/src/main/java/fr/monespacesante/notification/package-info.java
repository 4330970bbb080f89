/// What a citizen is told (NOT). A listener at the door (`Herald`) writes a notice in the very transaction of
/// what happened, so that a crash neither loses one nor invents one; the same transaction notes which letters
/// are owed, as the holder's `Preferences` have it (`Bell`). What happens to an account outside any space
/// comes in by `AccountNews`. A job (`Letters`) turns debts into e-mails and messages to browsers through the
/// courier, which delivers at least once.
///
/// In the space a notice names who, what and by what right; letters say only that there is something new, all
/// in the same words, with no link that logs in (NOT-03). What is to be announced later is neither shown,
/// counted nor sent before.
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"kernel", "vault", "audit", "identity", "account", "access", "courier", "support"})
@NullMarked
package fr.monespacesante.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

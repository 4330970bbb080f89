/// What a citizen is told (NOT). A listener at the door writes a notice in the very transaction of what happened, so
/// that a crash neither loses one nor invents one; the same transaction marks that the space's holder is owed a letter.
/// A job turns that debt into one e-mail through the courier, which delivers at least once.
///
/// In the space a notice names who and what; the e-mail says only that there is something new, with no health word and
/// no link that logs in (NOT-03).
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"kernel", "vault", "audit", "identity", "access", "courier"})
@NullMarked
package fr.monespacesante.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

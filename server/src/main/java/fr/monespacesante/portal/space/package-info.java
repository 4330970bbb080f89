/// The citizen inside her space: the way in through the door, what is new and what to do next, the history
/// of accesses, the notifications, and who may see what.
@NullMarked
package fr.monespacesante.portal.space;

import org.jspecify.annotations.NullMarked;

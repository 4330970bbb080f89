/// Families and helpers (REP-01 to REP-06): whom the holder asks to help and what they may do, the answer of who was
/// asked, the space of one's child, the teenager's own way in, and the protection from those who represent.
///
/// One decision a page, in words for a worried parent on a phone. The scopes offered to a caregiver are reading and
/// adding; the agenda and the messages are in the model and offered once those parts of the space exist.
@NullMarked
package fr.monespacesante.portal.family;

import org.jspecify.annotations.NullMarked;

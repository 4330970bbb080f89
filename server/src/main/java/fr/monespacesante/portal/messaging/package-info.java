/// The citizen's messages: the list of exchanges, one exchange with what is attached to it, the answer and its draft,
/// and what is done with an exchange (print, delete, keep a sender out).
///
/// The newest message is at the top: who opens an exchange wants to know what is new, on a phone too, and the button
/// that answers is beside it. Plain text is always shown; what the sender laid out stands on a page of its own, behind
/// a policy that lets nothing run or load. Bytes that browsers would run are only ever sent to be kept.
@NullMarked
package fr.monespacesante.portal.messaging;

import org.jspecify.annotations.NullMarked;

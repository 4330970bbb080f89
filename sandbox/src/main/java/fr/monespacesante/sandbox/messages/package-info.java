/// The mail server and the SMS gateway of the demonstration: whatever is sent is kept (the newest thousand) and shown.
///
/// Mail comes by real SMTP. Both can be told to refuse for a while, to see how the service behaves in an outage.
@NullMarked
package fr.monespacesante.sandbox.messages;

import org.jspecify.annotations.NullMarked;

/// A push service and its browsers (RFC 8030, 8291, 8292), played: it makes browsers with keys of their own, takes the
/// messages sent to them, checks who sends, opens them as the browser would, and shows them. A browser can go away
/// (410), and the whole service can refuse for a while (429).
@NullMarked
package fr.monespacesante.sandbox.push;

import org.jspecify.annotations.NullMarked;

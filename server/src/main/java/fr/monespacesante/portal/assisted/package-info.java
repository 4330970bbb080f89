/// A counsellor beside a citizen (ACP-01): asking for the code, coming in with it, what such a session may not do, and
/// its end.
@NullMarked
package fr.monespacesante.portal.assisted;

import org.jspecify.annotations.NullMarked;

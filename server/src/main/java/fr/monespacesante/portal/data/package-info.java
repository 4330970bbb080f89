/// "My data" (EXP-01, ENR-18): a copy of everything to take away, and the definitive erasure of a part.
///
/// The pages here ask `takeout` and `record` and say how far they are. `CopyPages` writes the pages
/// that are inside a copy: they open in a browser without the service, without a network and without
/// script, in both languages.
@NullMarked
package fr.monespacesante.portal.data;

import org.jspecify.annotations.NullMarked;

/// The history of accesses as a citizen reads it (TRC-02, TRC-05): who, from where, when, on which document, by what
/// right; filters, words to search for, files to keep, and "report this access". The lines come from `access.History`,
/// which leaves out what the visitor may not know of.
@NullMarked
package fr.monespacesante.portal.history;

import org.jspecify.annotations.NullMarked;

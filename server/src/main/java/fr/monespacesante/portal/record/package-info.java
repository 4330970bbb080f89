/// The citizen's documents: the list and its filters, the timeline, one document (a CDA as a readable page, a PDF or an
/// image in place), adding, hiding and deleting.
@NullMarked
package fr.monespacesante.portal.record;

import org.jspecify.annotations.NullMarked;

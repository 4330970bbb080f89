/// The operator's pages of supervision: alerts, reported accesses, thresholds, and the journal of who
/// looked. They show
/// who did something and how often, never a patient nor anything of a document.
@NullMarked
package fr.monespacesante.portal.supervision;

import org.jspecify.annotations.NullMarked;

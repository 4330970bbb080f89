/// The operator's pages of the campaigns: the figures by department and day, the files with their progress
/// and their faults, and the files for the mail house. They hold no name of anybody.
@NullMarked
package fr.monespacesante.portal.campaign;

import org.jspecify.annotations.NullMarked;

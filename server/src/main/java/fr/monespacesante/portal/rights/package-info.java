/// Who may see what, as the holder decides it (ACC-01 to ACC-13): one page that says it in plain words,
/// and one form for each wish. A professional is chosen by name from the health directory, among those
/// the space knows, or by RPPS. For one document: who could see it today and why, and showing or hiding
/// it for one person. "See as Dr X" asks the same rules that Dr X would meet.
@NullMarked
package fr.monespacesante.portal.rights;

import org.jspecify.annotations.NullMarked;

/// The professional's pages, signed in with Pro Santé Connect: find a patient by INS and birth traits (never by
/// browsing), declare their agreement or an emergency, see in one screen what matters, open, add and change.
///
/// Who the patient is stays in the session; an address names them by a number of this session alone, so that
/// neither an INS nor a space's id stands in one.
@NullMarked
package fr.monespacesante.portal.pro;

import org.jspecify.annotations.NullMarked;

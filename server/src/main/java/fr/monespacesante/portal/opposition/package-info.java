/// Refusing the creation of a space, with no account: the form, the proof, and the page on which a proof is checked.
@NullMarked
package fr.monespacesante.portal.opposition;

import org.jspecify.annotations.NullMarked;

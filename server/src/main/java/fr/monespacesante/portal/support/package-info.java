/// The pages of the 3422: the questions, the call, and what an agent does in it. None shows what a space holds.
@NullMarked
package fr.monespacesante.portal.support;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.monespacesante.portal;

import org.jspecify.annotations.NullMarked;

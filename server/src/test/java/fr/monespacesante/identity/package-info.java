@NullMarked
package fr.monespacesante.identity;

import org.jspecify.annotations.NullMarked;

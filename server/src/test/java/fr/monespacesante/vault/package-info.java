@NullMarked
package fr.monespacesante.vault;

import org.jspecify.annotations.NullMarked;

/// The people and structures of the demonstration: invented, with test numbers, the same everywhere.
@NullMarked
package fr.monespacesante.sandbox.cast;

import org.jspecify.annotations.NullMarked;

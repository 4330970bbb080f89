@NullMarked
package fr.monespacesante.record;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.monespacesante.sandbox.laboratory;

import org.jspecify.annotations.NullMarked;

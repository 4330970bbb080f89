@NullMarked
package fr.monespacesante.ops;

import org.jspecify.annotations.NullMarked;

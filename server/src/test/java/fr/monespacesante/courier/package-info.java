@NullMarked
package fr.monespacesante.courier;

import org.jspecify.annotations.NullMarked;

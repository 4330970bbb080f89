@NullMarked
package fr.monespacesante.access;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.monespacesante.sandbox;

import org.jspecify.annotations.NullMarked;

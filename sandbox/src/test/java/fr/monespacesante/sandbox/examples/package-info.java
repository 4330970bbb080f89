@NullMarked
package fr.monespacesante.sandbox.examples;

import org.jspecify.annotations.NullMarked;

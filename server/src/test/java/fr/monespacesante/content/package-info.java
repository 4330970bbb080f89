@NullMarked
package fr.monespacesante.content;

import org.jspecify.annotations.NullMarked;

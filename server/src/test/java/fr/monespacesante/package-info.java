@NullMarked
package fr.monespacesante;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.monespacesante.audit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.monespacesante.account;

import org.jspecify.annotations.NullMarked;

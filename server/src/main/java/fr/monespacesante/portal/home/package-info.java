/// The pages that anyone may read: what the service is, how to get in, how accessible it is, what it does with data.
@NullMarked
package fr.monespacesante.portal.home;

import org.jspecify.annotations.NullMarked;

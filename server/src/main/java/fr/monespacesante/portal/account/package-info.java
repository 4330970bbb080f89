/// Getting in and keeping the way in: activation, login in two steps, sessions, password and contact.
@NullMarked
package fr.monespacesante.portal.account;

import org.jspecify.annotations.NullMarked;

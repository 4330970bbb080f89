/// The pages of the operator's people, signed in with the agents' own provider. No role reads health content.
@NullMarked
package fr.monespacesante.portal.agent;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.monespacesante.interop.fhir;

import org.jspecify.annotations.NullMarked;

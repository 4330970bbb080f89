/// The stories of the main job, through the service's real doors: pages, FHIR over mutual TLS and with tokens, mail,
/// campaign files. The outside world is the sandbox, in this process.
@NullMarked
package fr.monespacesante.journey;

import org.jspecify.annotations.NullMarked;

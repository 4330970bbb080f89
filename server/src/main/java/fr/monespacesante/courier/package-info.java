/// Letters on their way out: e-mail, text message, paper, messages to browsers. Whoever writes a letter hands it over
/// inside its own
/// transaction; it waits sealed in an outbox, survives a crash and an outage, leaves at least once, and is then
/// deleted. A provider that fails is tried again with a growing delay until the letter has lost its sense.
@ApplicationModule(
        displayName = "Courier",
        allowedDependencies = {"kernel", "vault"})
@NullMarked
package fr.monespacesante.courier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

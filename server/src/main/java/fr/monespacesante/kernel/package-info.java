/// The words every module speaks: identifiers as types (`SpaceId`, `Ins`, `Rpps`), what can go wrong (`Problem`,
/// `Outcome`), secrets that do not print themselves, pages of results, and the field's nomenclatures as data.
///
/// Nothing here reads or writes anything but its own resource files. Identifiers of people redact themselves in
/// `toString`, so that a log line or an exception message cannot carry one by accident.
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package fr.monespacesante.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

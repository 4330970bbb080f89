/// The channels for other programs: what they share.
///
/// `Callers` proves who calls: a professional by an access token of Pro Santé Connect (`ProfessionalTokens`), a
/// structure's software by its client certificate (`SoftwareConnector`, a second port that asks for one). Nobody else,
/// and nothing else that a request says of its sender is believed. `DepositGate` bounds how many deposits one node
/// takes at a time. The channels themselves are nested modules, which parse, call the domain, and render; they hold no
/// rule and no SQL.
@ApplicationModule(
        displayName = "Interop",
        allowedDependencies = {"kernel", "identity", "access"})
@NullMarked
package fr.monespacesante.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

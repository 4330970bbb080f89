/// The pages: the citizen's, the professional's and the agent's, in the State's design system, French first.
///
/// A controller of a nested package parses a form, calls a domain module and returns one record, the page's
/// model, to `Pages`, which renders the template of the same name. No rule and no SQL lives here. What every
/// page shares stands in this package: the frame (header, navigation, language, form token), texts as typed keys
/// in both languages, forms that keep what was typed, errors in plain sentences, and the headers that make a
/// page safe.
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "identity",
            "account",
            "access",
            "archive",
            "content",
            "record",
            "mail",
            "messaging",
            "notification",
            "supervision",
            "takeout",
            "support"
        })
@NullMarked
package fr.monespacesante.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package fr.monespacesante.sandbox.cast;

/// Someone a visitor can be. The key is what identifies the person to the sandbox (INS, RPPS or an agent's name).
public sealed interface Person permits Citizen, Professional, Agent {
    String key();

    /// As written on a page.
    String displayName();
}

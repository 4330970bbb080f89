package fr.monespacesante.account;

/// How far somebody goes in a space under a measure of protection (REP-04).
public enum Powers {
    /// Looks, and changes nothing.
    READ,
    ALL
}

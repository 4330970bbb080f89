package fr.monespacesante.account;

/// What an activation waits for. Each step leads to the next; the contact can be corrected while its code
/// is awaited.
public enum ActivationStep {
    CONTACT,
    CONFIRM,
    TERMS,
    CREDENTIALS
}

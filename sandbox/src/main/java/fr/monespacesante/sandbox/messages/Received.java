package fr.monespacesante.sandbox.messages;

/// A message that came in, whatever its kind.
public sealed interface Received permits Mail, Sms {
    long id();

    /// Was it sent to this address or number?
    boolean isFor(String recipient);
}

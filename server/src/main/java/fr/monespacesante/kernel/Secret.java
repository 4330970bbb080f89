package fr.monespacesante.kernel;

/// A value that must not be printed: a password, a code, a key. Comparing secrets is the owner's business.
public record Secret<T>(T reveal) {
    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}

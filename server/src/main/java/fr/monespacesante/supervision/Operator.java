package fr.monespacesante.supervision;

/// The agent who looks or acts, for the journal.
///
/// @param id as ProConnect names them
public record Operator(String id, String name) {
    @Override
    public String toString() {
        return "Operator[redacted]";
    }
}

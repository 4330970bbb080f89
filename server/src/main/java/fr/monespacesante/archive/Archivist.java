package fr.monespacesante.archive;

/// An agent of the operator with the role `archivist`, as their provider names them.
public record Archivist(String id, String name) {
    @Override
    public String toString() {
        return "Archivist[" + id + "]";
    }
}

package fr.monespacesante.vault;

/// A sealed value that does not open at its place: it was changed, moved, or sealed under another key. Never shown as
/// good; the channel says "damaged" (DOC-13) and the operator is told.
public final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Damaged(String what, Throwable cause) {
        super(what + " does not open at its place", cause);
    }
}

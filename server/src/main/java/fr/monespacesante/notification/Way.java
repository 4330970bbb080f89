package fr.monespacesante.notification;

/// How a citizen hears of a notice outside the space.
enum Way {
    EMAIL(false),
    EMAIL_DIGEST(true),
    PUSH(false),
    PUSH_DIGEST(true);

    private final boolean digest;

    Way(boolean digest) {
        this.digest = digest;
    }

    boolean digest() {
        return digest;
    }
}

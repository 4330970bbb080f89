package fr.monespacesante.notification;

/// What a citizen chooses by: several kinds of notices that belong together.
public enum Topic {
    DOCUMENTS(false),
    MESSAGES(false),
    ACCESSES(false),
    RIGHTS(false),
    REFUSALS(false),
    EMERGENCIES(true),
    SECURITY(true);

    private final boolean always;

    Topic(boolean always) {
        this.always = always;
    }

    /// True for what cannot be silenced nor put off (NOT-02).
    public boolean always() {
        return always;
    }
}

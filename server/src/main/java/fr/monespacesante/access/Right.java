package fr.monespacesante.access;

/// By what right an act was done; the history keeps the name.
public enum Right {
    HOLDER,
    /// A parent, for a minor; a guardian, for a protected adult.
    REPRESENTATIVE,
    /// A relative whom the holder asked to help, within a scope.
    CAREGIVER,
    CONSENT,
    CARE_TEAM,
    TREATING_DOCTOR,
    AUTHOR,
    FEED,
    /// A professional or a structure that writes to the holder (MSG-02).
    CORRESPONDENT,
    EMERGENCY,
    REGULATION,
    EXISTENCE,
    /// An agent of the 3422, at the holder's wish (SUP-01); never to what the space holds.
    SUPPORT,
    /// A counsellor beside the holder, with a code that the holder gave them (ACP-01).
    ASSISTED,
    /// An archivist, for a legal action, together with another (ENR-12).
    ARCHIVE,
    SERVICE
}

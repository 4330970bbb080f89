package fr.monespacesante.access;

/// By what right an act was done; the history keeps the name.
public enum Right {
    HOLDER,
    CONSENT,
    CARE_TEAM,
    TREATING_DOCTOR,
    AUTHOR,
    FEED,
    EMERGENCY,
    REGULATION,
    EXISTENCE,
    SERVICE
}

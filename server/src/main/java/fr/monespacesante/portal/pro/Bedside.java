package fr.monespacesante.portal.pro;

import fr.monespacesante.identity.ProfessionalSession;

/// A professional at work for one patient: what every page below `/pro/patient/…` starts from.
record Bedside(ProfessionalSession who, Patient patient) {
    /// The number in the address is of no patient of this session.
    static final class NobodyThere extends RuntimeException {
        private static final long serialVersionUID = 1;

        NobodyThere() {
            super("no such patient in this session", null, false, false);
        }
    }
}

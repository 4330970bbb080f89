package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Message;

/// Access is refused, and nothing more is said (ACC-03).
public record RefusedPage(Patient patient) implements PatientModel {
    @Override
    public Message title() {
        return ProText.REFUSED.plain();
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;

/// Where an emergency is declared, or the regulation of a call.
///
/// @param regulation true for a doctor of the SAMU who regulates
public record UrgencyPage(Patient patient, Form form, boolean regulation) implements PatientModel {
    @Override
    public Message title() {
        return (regulation ? ProText.REGULATION_TITLE : ProText.URGENCY_TITLE).plain();
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;

/// Where a professional declares that the patient agreed.
///
/// @param regulates true for a doctor of the SAMU, who has a third way
public record ConsentPage(Patient patient, Form form, boolean regulates) implements PatientModel {
    @Override
    public Message title() {
        return ProText.CONSENT_TITLE.plain();
    }
}

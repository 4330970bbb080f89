package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;

/// Where a professional writes to a patient, and opens an exchange by it.
///
/// @param once names this filling-in of the form: sent twice, it is one message
/// @param minor true when the mark for minors is offered
public record ProWritePage(Patient patient, Form form, String once, boolean minor) implements PatientModel {
    @Override
    public Message title() {
        return ExchangeWords.WRITE_TITLE.plain();
    }
}

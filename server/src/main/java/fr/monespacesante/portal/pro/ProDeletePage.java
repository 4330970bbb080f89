package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.record.DocumentRow;

/// Asks before a document is deleted for good.
///
/// @param version as it was when the question was asked
public record ProDeletePage(Patient patient, DocumentRow row, long version) implements PatientModel {
    @Override
    public Message title() {
        return ProText.DELETE_TITLE.plain();
    }
}

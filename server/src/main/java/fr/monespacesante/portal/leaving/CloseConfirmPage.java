package fr.monespacesante.portal.leaving;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// The second question, with a proof of who answers.
///
/// @param codeSent a code was sent and can be typed
public record CloseConfirmPage(String person, boolean erase, boolean codeSent, Form form) implements PageModel {
    static final String ADDRESS = ClosePage.ADDRESS + "/confirmer";

    @Override
    public Message title() {
        return (erase ? LeavingText.CONFIRM_ERASE : LeavingText.CONFIRM_KEEP).plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    public String choice() {
        return erase ? ClosePage.ERASE : ClosePage.KEEP;
    }
}

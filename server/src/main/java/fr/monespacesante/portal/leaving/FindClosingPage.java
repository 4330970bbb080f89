package fr.monespacesante.portal.leaving;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// Asks for the reference of a closing.
public record FindClosingPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return LeavingText.FIND_TITLE.plain();
    }
}

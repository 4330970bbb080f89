package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// Asks for a new provisional code.
public record RenewPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return ActivationText.NEW_CODE.plain();
    }
}

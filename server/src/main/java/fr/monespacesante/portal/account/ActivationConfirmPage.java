package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// Third step: the code shows that the contact is hers.
public record ActivationConfirmPage(String hint, Form form) implements PageModel {
    @Override
    public Message title() {
        return ActivationPages.title();
    }
}

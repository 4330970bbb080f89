package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// First step: the card and the provisional code.
public record ActivationStartPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return ActivationPages.title();
    }
}

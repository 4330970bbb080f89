package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// Fourth step: the terms.
public record ActivationTermsPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return ActivationPages.title();
    }
}

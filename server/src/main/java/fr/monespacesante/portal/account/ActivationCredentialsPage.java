package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// Last step: a login and a password.
public record ActivationCredentialsPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return ActivationPages.title();
    }
}

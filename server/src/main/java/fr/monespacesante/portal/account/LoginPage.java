package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// First step of a login.
public record LoginPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return LoginText.LOGIN_TITLE.plain();
    }
}

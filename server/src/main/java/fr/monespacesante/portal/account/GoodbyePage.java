package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// The session is over, FranceConnect's too.
public record GoodbyePage() implements PageModel {
    @Override
    public Message title() {
        return LoginText.LOGIN_BYE.plain();
    }
}

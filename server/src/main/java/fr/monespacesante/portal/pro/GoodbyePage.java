package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// After the log-out.
public record GoodbyePage() implements PageModel {
    @Override
    public Message title() {
        return SignInText.BYE_TITLE.plain();
    }
}

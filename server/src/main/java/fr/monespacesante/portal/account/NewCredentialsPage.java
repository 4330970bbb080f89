package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// New credentials.
public record NewCredentialsPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.NEW_TITLE.plain();
    }
}

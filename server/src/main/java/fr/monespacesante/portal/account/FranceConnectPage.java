package fr.monespacesante.portal.account;

import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// First time with FranceConnect: which login is it to be linked to?
public record FranceConnectPage(FranceConnectKind kind, Form form) implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.LINK_TITLE.plain();
    }
}

package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// The number that finds the space of somebody whom FranceConnect vouches for.
public record NumberPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.NUMBER_TITLE.plain();
    }
}

package fr.monespacesante.portal.home;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// The first page.
public record HomePage() implements PageModel {
    @Override
    public Message title() {
        return HomeText.TITLE.plain();
    }
}

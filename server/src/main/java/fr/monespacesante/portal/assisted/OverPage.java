package fr.monespacesante.portal.assisted;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// After the session.
public record OverPage() implements PageModel {
    static final String ADDRESS = "/accompagnement/fin";

    @Override
    public Message title() {
        return AssistedText.OVER_TITLE.plain();
    }
}

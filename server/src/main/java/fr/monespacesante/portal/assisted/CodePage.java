package fr.monespacesante.portal.assisted;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.UUID;

/// Asks for the code that the person tells.
public record CodePage(UUID id, Form form) implements PageModel {
    static final String ADDRESS = "/accompagnement";

    @Override
    public Message title() {
        return AssistedText.CODE_TITLE.plain();
    }
}

package fr.monespacesante.portal.assisted;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// Asks for whom a code is to be sent.
public record AskPage(Form form) implements PageModel {
    static final String ADDRESS = "/agent/accompagnement";

    @Override
    public Message title() {
        return AssistedText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.ASSISTED;
    }
}

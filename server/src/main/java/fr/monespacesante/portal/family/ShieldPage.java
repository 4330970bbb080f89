package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// Nobody acts for the holder any more.
public record ShieldPage(boolean on, Form form) implements PageModel {
    @Override
    public Message title() {
        return FamilyText.SHIELD_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// The space of a child by the letter with the code.
public record ChildCodePage(Form form) implements PageModel {
    @Override
    public Message title() {
        return FamilyText.CODE_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// The space of one whom the health insurance says one represents, in one step.
public record ActivateChildPage(String space, String name, Form form) implements PageModel {
    @Override
    public Message title() {
        return FamilyText.ACTIVATE_TITLE.with(name);
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

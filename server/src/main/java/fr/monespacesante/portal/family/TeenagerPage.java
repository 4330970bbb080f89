package fr.monespacesante.portal.family;

import fr.monespacesante.account.OwnAccess;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// A teenager's own way in, as a parent gives it and ends it.
public record TeenagerPage(OwnAccess.State state, String name, Form form) implements PageModel {
    @Override
    public Message title() {
        return FamilyText.TEEN_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

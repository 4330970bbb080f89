package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// The question before a caregiver steps down.
public record LeavePage(String space, String name) implements PageModel {
    @Override
    public Message title() {
        return CaregiverText.LEAVE_TITLE.with(name);
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

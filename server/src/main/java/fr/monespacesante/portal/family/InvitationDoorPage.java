package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// For who follows the link of an invitation and is not signed in: it names nobody.
public record InvitationDoorPage() implements PageModel {
    @Override
    public Message title() {
        return CaregiverText.DOOR_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

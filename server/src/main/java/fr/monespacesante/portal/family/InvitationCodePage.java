package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// Where the code of an invitation is typed.
public record InvitationCodePage(Form form) implements PageModel {
    @Override
    public Message title() {
        return CaregiverText.CODE_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// The professional's first page.
public record PatientsPage() implements PageModel {
    @Override
    public Message title() {
        return SignInText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.PATIENTS;
    }
}

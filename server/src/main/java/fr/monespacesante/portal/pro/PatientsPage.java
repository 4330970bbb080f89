package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The professional's first page: find a patient, or come back to one of this session.
public record PatientsPage(Form form, List<Patient> recent) implements PageModel {
    public PatientsPage {
        recent = List.copyOf(recent);
    }

    @Override
    public Message title() {
        return ProText.PATIENTS.plain();
    }

    @Override
    public Section section() {
        return Section.PATIENTS;
    }
}

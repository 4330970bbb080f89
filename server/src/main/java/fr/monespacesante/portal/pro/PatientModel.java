package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// A page about one patient: it says who that is, and whether an emergency lasts.
public interface PatientModel extends PageModel {
    Patient patient();

    @Override
    default Section section() {
        return Section.PATIENTS;
    }

    @Override
    default List<Crumb> trail() {
        return List.of(
                Crumb.of("/pro", ProText.PATIENTS),
                new Crumb(patient().address(), Literal.of(patient().name())));
    }

    @Override
    default String mood() {
        return patient().urgency() == null ? "" : "mes-urgent";
    }
}

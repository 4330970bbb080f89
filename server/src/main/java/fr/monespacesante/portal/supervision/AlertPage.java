package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// One alert, and what can be done with it.
public record AlertPage(AlertLine line, Form form) implements PageModel {
    @Override
    public Message title() {
        return SupervisionText.ALERT.plain();
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(SupervisionController.PAGE, SupervisionText.TITLE), Crumb.of("", SupervisionText.ALERT));
    }
}

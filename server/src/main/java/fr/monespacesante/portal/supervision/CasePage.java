package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// One reported access, and its answer.
public record CasePage(CaseLine line, Form form) implements PageModel {
    @Override
    public Message title() {
        return SupervisionText.CASE.plain();
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(SupervisionController.PAGE, SupervisionText.TITLE),
                Crumb.of(CasesController.PAGE, SupervisionText.CASES),
                Crumb.of("", SupervisionText.CASE));
    }

    public List<Option> founded() {
        return List.of(Option.of("oui", SupervisionText.FOUNDED_YES), Option.of("non", SupervisionText.FOUNDED_NO));
    }

    public List<Option> usual() {
        return CasesController.USUAL.stream()
                .map(text -> Option.of(text.name(), text))
                .toList();
    }
}

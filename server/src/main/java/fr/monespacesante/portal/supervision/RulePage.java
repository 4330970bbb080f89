package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.supervision.Rule;
import java.util.List;

/// One rule, to be changed.
public record RulePage(Rule.Code code, Form form) implements PageModel {
    @Override
    public Message title() {
        return SupervisionText.CHANGE_OF.with(name());
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(SupervisionController.PAGE, SupervisionText.TITLE),
                Crumb.of(RulesController.PAGE, SupervisionText.RULES),
                Crumb.of("", name()));
    }

    public SupervisionText name() {
        return AlertLine.rule(code);
    }

    public String action() {
        return RulesController.PAGE + "/" + code;
    }
}

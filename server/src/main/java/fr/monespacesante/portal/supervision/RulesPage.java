package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.supervision.Rule;
import java.util.List;
import java.util.stream.Collectors;

/// The thresholds.
public record RulesPage(List<Line> lines) implements PageModel {
    /// One rule.
    public record Line(Rule rule, SupervisionText name) {
        static Line of(Rule rule) {
            return new Line(rule, AlertLine.rule(rule.code()));
        }

        public String address() {
            return RulesController.PAGE + "/" + rule.code();
        }

        public Message window() {
            return AlertLine.window(rule.minutes());
        }

        /// Such as `Pharmacien : 80`.
        public String professions() {
            return rule.professions().entrySet().stream()
                    .map(own -> Who.profession(own.getKey()) + " : " + own.getValue())
                    .collect(Collectors.joining(" ; "));
        }
    }

    @Override
    public Message title() {
        return SupervisionText.RULES.plain();
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(SupervisionController.PAGE, SupervisionText.TITLE), Crumb.of("", SupervisionText.RULES));
    }
}

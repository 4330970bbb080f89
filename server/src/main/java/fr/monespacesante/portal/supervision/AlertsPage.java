package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.supervision.Alert;
import fr.monespacesante.supervision.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What waits, what the last day was like, and the alerts.
public record AlertsPage(
        Form filter, List<AlertLine> lines, Optional<String> next, long openAlerts, long waitingCases, HoursChart chart)
        implements PageModel {
    @Override
    public Message title() {
        return SupervisionText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    public List<Option> states() {
        return Arrays.stream(Alert.State.values())
                .map(state -> Option.of(state.name(), AlertLine.state(state)))
                .toList();
    }

    public List<Option> rules() {
        return Arrays.stream(Rule.Code.values())
                .map(code -> Option.of(code.name(), AlertLine.rule(code)))
                .toList();
    }

    private String filtered() {
        return SupervisionController.PAGE + "?etat=" + filter.value("etat") + "&regle=" + filter.value("regle");
    }

    public Optional<String> nextPage() {
        return next.map(last -> filtered() + "&apres=" + last);
    }

    public Optional<String> firstPage() {
        return filter.value("apres").isEmpty() ? Optional.empty() : Optional.of(filtered());
    }
}

package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.supervision.ReportedAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The accesses that citizens reported.
public record CasesPage(Form filter, List<CaseLine> lines, Optional<String> next) implements PageModel {
    @Override
    public Message title() {
        return SupervisionText.CASES.plain();
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(SupervisionController.PAGE, SupervisionText.TITLE), Crumb.of("", SupervisionText.CASES));
    }

    public List<Option> states() {
        return Arrays.stream(ReportedAccess.State.values())
                .map(state -> Option.of(state.name(), CaseLine.state(state)))
                .toList();
    }

    private String filtered() {
        return CasesController.PAGE + "?etat=" + filter.value("etat");
    }

    public Optional<String> nextPage() {
        return next.map(last -> filtered() + "&apres=" + last);
    }

    public Optional<String> firstPage() {
        return filter.value("apres").isEmpty() ? Optional.empty() : Optional.of(filtered());
    }
}

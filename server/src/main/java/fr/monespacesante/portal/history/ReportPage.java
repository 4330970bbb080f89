package fr.monespacesante.portal.history;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Asks what is wrong with one line of the history.
public record ReportPage(HistoryLine line, Form form) implements PageModel {
    @Override
    public Message title() {
        return HistoryText.REPORT.plain();
    }

    @Override
    public Section section() {
        return Section.HISTORY;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of(HistoryPage.ADDRESS, HistoryText.TITLE), Crumb.of("", HistoryText.REPORT));
    }
}

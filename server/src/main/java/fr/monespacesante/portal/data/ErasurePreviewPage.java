package fr.monespacesante.portal.data;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.record.Erasures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What would be erased, before it is confirmed.
///
/// @param print of what is shown, so that nothing else is erased
public record ErasurePreviewPage(
        Form form, Map<String, List<String>> choice, List<DocumentRow> rows, int superseded, int total, String print)
        implements PageModel {
    private static final int SHOWN = 100;

    public ErasurePreviewPage {
        rows = List.copyOf(rows);
    }

    static ErasurePreviewPage of(ErasureWanted wanted, Erasures.Reach reach) {
        Map<String, List<String>> choice = new LinkedHashMap<>();
        ErasureWanted.FIELDS.forEach(
                field -> choice.put(field, wanted.form().values().getOrDefault(field, List.of())));
        return new ErasurePreviewPage(
                wanted.form(),
                choice,
                reach.documents().stream()
                        .limit(SHOWN)
                        .map(entry -> DocumentRow.of(entry, entry.arrivedAt()))
                        .toList(),
                (int) reach.documents().stream()
                        .filter(entry -> entry.superseded())
                        .count(),
                reach.documents().size(),
                reach.print());
    }

    public int more() {
        return total - rows.size();
    }

    @Override
    public Message title() {
        return ErasureText.PREVIEW_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(TakeoutPage.ADDRESS, DataText.TITLE),
                Crumb.of(ErasurePage.ADDRESS, ErasureText.TITLE),
                Crumb.of("", ErasureText.PREVIEW_TITLE));
    }
}

package fr.monespacesante.portal.data;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.record.DocumentEntry;
import java.util.List;

/// The documents, to tick those that are to be erased.
public record ErasureChoosePage(Form form, List<DocumentRow> rows) implements PageModel {
    public ErasureChoosePage {
        rows = List.copyOf(rows);
    }

    static ErasureChoosePage of(Form form, List<DocumentEntry> documents) {
        return new ErasureChoosePage(
                form,
                documents.stream()
                        .filter(entry -> !entry.superseded())
                        .map(entry -> DocumentRow.of(entry, entry.arrivedAt()))
                        .toList());
    }

    @Override
    public Message title() {
        return ErasureText.CHOOSE_TITLE.plain();
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
                Crumb.of("", ErasureText.CHOOSE_TITLE));
    }
}

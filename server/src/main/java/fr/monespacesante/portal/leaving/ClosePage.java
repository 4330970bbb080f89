package fr.monespacesante.portal.leaving;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// What closing does and does not do, and what becomes of the data.
///
/// @param person whose space it is
public record ClosePage(String person, Form form) implements PageModel {
    static final String ADDRESS = "/espace/parametres/fermer";
    static final String KEEP = "archiver";
    static final String ERASE = "effacer";

    @Override
    public Message title() {
        return LeavingText.TITLE_PLAIN.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    public List<Option> choices() {
        return List.of(Option.of(KEEP, LeavingText.KEEP), Option.of(ERASE, LeavingText.ERASE));
    }
}

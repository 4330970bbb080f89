package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// Who did what in the space (TRC-02), newest first.
public record HistoryPage(Form filter, List<HistoryLine> lines, Optional<String> next) implements PageModel {
    @Override
    public Message title() {
        return SpaceText.HISTORY_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.HISTORY;
    }

    public List<Option> choices() {
        return List.of(
                Option.of("autres", SpaceText.HISTORY_OTHERS),
                Option.of("refus", SpaceText.HISTORY_REFUSED),
                Option.of("moi", SpaceText.HISTORY_MINE));
    }

    public Optional<String> nextPage() {
        return next.map(last -> "/espace/historique?qui=" + filter.value("qui") + "&apres=" + last);
    }

    public Optional<String> firstPage() {
        return filter.value("apres").isEmpty()
                ? Optional.empty()
                : Optional.of("/espace/historique?qui=" + filter.value("qui"));
    }
}

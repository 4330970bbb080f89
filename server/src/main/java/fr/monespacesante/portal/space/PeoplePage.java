package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.Whose;
import java.util.List;

/// The people whose space one may open, oneself first; empty when there is only oneself.
public record PeoplePage(List<Whose> people) implements PageModel {
    public PeoplePage {
        people = List.copyOf(people);
    }

    @Override
    public Message title() {
        return PeopleText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}

package fr.monespacesante.portal.home;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;

/// What the service keeps about a person, why, and what the person can do about it.
public record DataPage() implements PageModel {
    @Override
    public Message title() {
        return HomeText.DATA_TITLE.plain();
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/", FrameText.TRAIL_HOME), Crumb.of("", HomeText.DATA_TITLE));
    }
}

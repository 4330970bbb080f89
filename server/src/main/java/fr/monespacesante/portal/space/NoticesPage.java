package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// The notifications, newest first.
public record NoticesPage(List<NoticeLine> lines, int unread, boolean first, Optional<String> next)
        implements PageModel {
    @Override
    public Message title() {
        return SpaceText.NOTICES_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.NOTIFICATIONS;
    }
}

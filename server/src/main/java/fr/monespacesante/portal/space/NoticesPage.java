package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// The notifications, newest first.
///
/// @param filter what was asked for: `sujet` for one topic, `apres` for a page that is not the first
/// @param unread in the whole space, whatever is shown here
public record NoticesPage(Form filter, List<NoticeLine> lines, int unread, Optional<String> next) implements PageModel {
    @Override
    public Message title() {
        return NoticeText.NOTICES_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.NOTIFICATIONS;
    }

    public List<Option> topics() {
        return Topics.OPTIONS;
    }

    public boolean filtered() {
        return !filter.value("sujet").isEmpty();
    }

    public Optional<String> nextPage() {
        return next.map(last -> address() + "&apres=" + last);
    }

    public Optional<String> firstPage() {
        return filter.value("apres").isEmpty() ? Optional.empty() : Optional.of(address());
    }

    private String address() {
        return NoticesController.PAGE + "?sujet=" + filter.value("sujet");
    }
}

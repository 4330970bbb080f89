package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.DocumentRow;
import java.util.List;
import java.util.OptionalInt;

/// What is new, and what to do next.
///
/// @param notices the unread ones, newest first
/// @param agreements in force now
/// @param messages exchanges with something unread; empty for who may not read them
/// @param helper a caregiver looks: notices, history and rights are not for them (REP-05)
public record SpaceHomePage(
        String name,
        int unread,
        List<NoticeLine> notices,
        List<DocumentRow> latest,
        int documents,
        int agreements,
        OptionalInt messages,
        boolean helper)
        implements PageModel {
    @Override
    public Message title() {
        return SpaceText.HOME_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.HOME;
    }
}

package fr.monespacesante.portal.space;

import fr.monespacesante.access.Visit;
import fr.monespacesante.notification.Notices;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// How many notices are unread, counted anew and kept for the header of the pages that follow.
@Component
class UnreadCount {
    private final Notices notices;

    UnreadCount(Notices notices) {
        this.notices = notices;
    }

    int of(HttpServletRequest request, Visit visit) {
        int unread = notices.unread(visit);
        request.getSession().setAttribute(OwnSpace.UNREAD, unread);
        return unread;
    }
}

package fr.monespacesante.portal.space;

import fr.monespacesante.access.Visit;
import fr.monespacesante.messaging.Conversations;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// How many exchanges are unread, counted anew and kept for the header of the pages that follow.
@Component
public class MessageCount {
    private final Conversations conversations;

    MessageCount(Conversations conversations) {
        this.conversations = conversations;
    }

    public int of(HttpServletRequest request, Visit visit) {
        int unread = conversations.unread(visit);
        request.getSession().setAttribute(OwnSpace.UNREAD_MESSAGES, unread);
        return unread;
    }
}

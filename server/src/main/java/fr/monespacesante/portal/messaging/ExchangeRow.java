package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Correspondent;
import java.time.Instant;
import java.util.List;

/// An exchange in the list.
///
/// @param who the first of the other side
/// @param others how many more there are
/// @param subject may be empty
/// @param mine true when the citizen's side wrote last
/// @param lastFrom who did
public record ExchangeRow(
        String id,
        String who,
        int others,
        String subject,
        boolean mine,
        String lastFrom,
        String snippet,
        Instant at,
        int messages,
        boolean unread,
        boolean attachments,
        boolean closed,
        boolean failed,
        boolean alone,
        boolean draft) {
    static ExchangeRow of(Conversation conversation, boolean draft) {
        List<Correspondent> everybody = conversation.correspondents();
        return new ExchangeRow(
                conversation.id().toString(),
                everybody.isEmpty() ? "" : Who.name(everybody.getFirst()),
                Math.max(0, everybody.size() - 1),
                conversation.subject(),
                conversation.lastOutgoing(),
                conversation.lastFrom(),
                conversation.snippet(),
                conversation.lastAt(),
                conversation.messages(),
                conversation.unread() > 0,
                conversation.attachments(),
                conversation.closed(),
                conversation.failed(),
                conversation.alone(),
                draft);
    }

    public String address() {
        return MessagesPage.ADDRESS + "/" + id;
    }

    public boolean tagged() {
        return unread || attachments || closed || failed || alone || draft;
    }
}

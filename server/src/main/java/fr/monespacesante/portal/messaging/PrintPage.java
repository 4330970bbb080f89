package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.Instant;
import java.util.List;

/// A whole exchange on paper, oldest message first, as a letter is read.
///
/// @param holder whose space it is
public record PrintPage(Conversation conversation, List<MessageView> messages, String holder) implements PageModel {
    @Override
    public Message title() {
        return ExchangeText.PRINT_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(conversation, Crumb.of("", ExchangeText.PRINT));
    }

    public Message subject() {
        return ExchangePage.subject(conversation);
    }

    public String people() {
        return Who.names(conversation.correspondents());
    }

    public Instant last() {
        return conversation.lastAt();
    }
}

package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Asks before a sender is kept out.
///
/// @param message by whose sender is meant
public record BlockSenderPage(Conversation conversation, Message message) implements PageModel {
    @Override
    public fr.monespacesante.portal.Message title() {
        return ExchangeText.BLOCK_TITLE.with(name());
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(conversation, Crumb.of("", ExchangeText.BLOCK));
    }

    public String name() {
        return Who.name(message.from());
    }

    public String sender() {
        return message.from().address();
    }

    public String back() {
        return ExchangeIds.address(conversation.id());
    }

    public String action() {
        return back() + "/" + message.id() + "/bloquer";
    }
}

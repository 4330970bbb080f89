package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Asks before an answer that was begun is thrown away.
public record DiscardPage(Conversation conversation) implements PageModel {
    @Override
    public Message title() {
        return AnswerText.DISCARD_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(conversation, Crumb.of("", AnswerText.DISCARD));
    }

    public String back() {
        return ExchangeIds.address(conversation.id()) + "/repondre";
    }

    public String action() {
        return ExchangeIds.address(conversation.id()) + "/brouillon/supprimer";
    }
}

package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// Asks before an exchange, or one message of it, is deleted for good.
///
/// @param message the one; empty for the whole exchange
public record DeleteExchangePage(Conversation conversation, Optional<Message> message) implements PageModel {
    @Override
    public fr.monespacesante.portal.Message title() {
        return message.isPresent() ? ExchangeText.DELETE_ONE_TITLE.plain() : ExchangeText.DELETE_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(
                conversation, Crumb.of("", message.isPresent() ? ExchangeText.DELETE_ONE : ExchangeText.DELETE));
    }

    public fr.monespacesante.portal.Message text() {
        return message.map(one -> ExchangeText.DELETE_ONE_TEXT.with(
                        one.outgoing() ? one.writtenBy() : Who.name(one.from()), one.at()))
                .orElseGet(() ->
                        ExchangeText.DELETE_TEXT.with(conversation.messages(), ExchangePage.subject(conversation)));
    }

    public String back() {
        return ExchangeIds.address(conversation.id());
    }

    public String action() {
        return back() + message.map(one -> "/" + one.id()).orElse("") + "/supprimer";
    }
}

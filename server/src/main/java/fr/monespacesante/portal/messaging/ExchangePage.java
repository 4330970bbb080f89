package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// One exchange, newest message first.
///
/// @param skipped so many newer messages are on the pages before
/// @param earlier true when there are older ones
/// @param drafted the reader has an unsent answer here
/// @param several an answer can go to more than one
/// @param decides the reader may delete and block
/// @param saves the reader may add to the documents
public record ExchangePage(
        Conversation conversation,
        List<MessageView> messages,
        int skipped,
        boolean earlier,
        boolean drafted,
        boolean several,
        boolean decides,
        boolean saves)
        implements PageModel {
    public ExchangePage {
        messages = List.copyOf(messages);
    }

    @Override
    public Message title() {
        return subject(conversation);
    }

    static Message subject(Conversation conversation) {
        return conversation.subject().isBlank() ? MessagesText.NO_SUBJECT.plain() : Literal.of(conversation.subject());
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return trail(new Crumb("", title()));
    }

    static List<Crumb> trail(Crumb... below) {
        List<Crumb> all = new java.util.ArrayList<>(List.of(below));
        all.addFirst(Crumb.of(MessagesPage.ADDRESS, MessagesText.TITLE));
        return all;
    }

    static List<Crumb> trail(Conversation conversation, Crumb last) {
        return trail(new Crumb(ExchangeIds.address(conversation.id()), subject(conversation)), last);
    }

    public String address() {
        return ExchangeIds.address(conversation.id());
    }

    public String people() {
        return Who.names(conversation.correspondents());
    }

    public Optional<String> laterPage() {
        return skipped == 0
                ? Optional.empty()
                : Optional.of(
                        skipped <= Conversations.MESSAGES
                                ? address()
                                : address() + "?avant=" + (skipped - Conversations.MESSAGES));
    }

    public Optional<String> earlierPage() {
        return earlier ? Optional.of(address() + "?avant=" + (skipped + Conversations.MESSAGES)) : Optional.empty();
    }
}

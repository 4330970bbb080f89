package fr.monespacesante.messaging;

import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Writes how far a message has come, and tells of what will not arrive.
final class Deliveries {
    private final ConversationRows conversations;
    private final MessageRows messages;

    Deliveries(ConversationRows conversations, MessageRows messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    /// False when there is no such message of the citizen's side. The exchange is taken before the message, as
    /// everywhere.
    boolean change(Visit visit, UUID conversationId, UUID messageId, UnaryOperator<Delivery> change) {
        Conversation conversation = conversations.take(visit, conversationId).orElse(null);
        Message message =
                messages.take(visit, messageId).filter(Message::outgoing).orElse(null);
        if (conversation == null || message == null) {
            return false;
        }
        visit.concerns(conversation.id(), conversation.facts());
        List<Delivery> changed = message.deliveries().stream().map(change).toList();
        if (changed.equals(message.deliveries())) {
            return true;
        }
        Message now = message.with(changed);
        messages.change(visit, now);
        if (now.failed() && !message.failed()) {
            conversations.change(visit, conversation.failing(true));
            visit.tell(new SpaceEvent.MessageReturned(conversation.id(), message.id(), !conversation.alone()));
        }
        return true;
    }
}

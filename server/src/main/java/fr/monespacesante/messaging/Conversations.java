package fr.monespacesante.messaging;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The exchanges of one space. Every method works inside a visit and shows the visitor nothing that they may
/// not know of: such an exchange and one that never was are the same answer.
public final class Conversations {
    /// So many messages are on one page of an exchange.
    public static final int MESSAGES = 20;

    private static final int BATCH = 50;

    private final ConversationRows conversations;
    private final MessageRows messages;
    private final DraftRows drafts;
    private final Dispatches dispatches;
    private final Exchanges exchanges;
    private final MessageBlobs blobs;

    Conversations(
            ConversationRows conversations,
            MessageRows messages,
            DraftRows drafts,
            Dispatches dispatches,
            Exchanges exchanges,
            MessageBlobs blobs) {
        this.conversations = conversations;
        this.messages = messages;
        this.drafts = drafts;
        this.dispatches = dispatches;
        this.exchanges = exchanges;
        this.blobs = blobs;
    }

    /// One page, the exchange with the latest message first.
    public ConversationQuery.Found list(Visit visit, ConversationQuery query) {
        List<Conversation> found = query.words().isEmpty() ? next(visit, query) : searched(visit, query);
        boolean more = found.size() > query.size();
        List<Conversation> page = more ? found.subList(0, query.size()) : found;
        return new ConversationQuery.Found(
                page,
                drafts.among(visit, page.stream().map(Conversation::id).toList(), author(visit)),
                more ? Optional.of(page.getLast().id()) : Optional.empty());
    }

    /// One more than a page, when there is one.
    private List<Conversation> next(Visit visit, ConversationQuery query) {
        List<Conversation> found = new ArrayList<>();
        Optional<Conversation> last = query.after().flatMap(id -> conversations.find(visit, id));
        while (found.size() <= query.size()) {
            ConversationRows.Cursor after = last.map(one -> new ConversationRows.Cursor(one.lastAt(), one.id()))
                    .orElse(null);
            List<Conversation> batch = conversations.batch(visit, after, query.unreadOnly(), BATCH);
            batch.stream()
                    .filter(one -> visit.sees(one.facts()) && query.wants(one))
                    .forEach(found::add);
            if (batch.size() < BATCH) {
                break;
            }
            last = Optional.of(batch.getLast());
        }
        return found;
    }

    private List<Conversation> searched(Visit visit, ConversationQuery query) {
        List<Conversation> found = conversations.of(visit, messages.withWords(visit, query.words())).stream()
                .filter(one -> visit.sees(one.facts()) && query.wants(one))
                .toList();
        int from = 0;
        for (int i = 0; i < found.size() && query.after().isPresent(); i++) {
            if (found.get(i).id().equals(query.after().get())) {
                from = i + 1;
            }
        }
        return found.subList(from, found.size());
    }

    /// How many exchanges have something unread, for this visitor.
    public int unread(Visit visit) {
        return conversations.unread(visit, visit.right() == Right.HOLDER);
    }

    /// Everybody the space has exchanged with, the latest first.
    public List<Correspondent> correspondents(Visit visit) {
        Map<String, Correspondent> everybody = new LinkedHashMap<>();
        each(
                visit,
                conversation -> conversation
                        .correspondents()
                        .forEach(one -> everybody.merge(
                                one.address(), one, (kept, other) -> kept.name().isBlank() ? other : kept)));
        return List.copyOf(everybody.values());
    }

    /// Every exchange that the visitor may know of, newest first.
    public void each(Visit visit, Consumer<Conversation> visitor) {
        ConversationRows.Cursor after = null;
        List<Conversation> batch;
        do {
            batch = conversations.batch(visit, after, false, BATCH);
            batch.stream().filter(one -> visit.sees(one.facts())).forEach(visitor);
            if (!batch.isEmpty()) {
                after = new ConversationRows.Cursor(
                        batch.getLast().lastAt(), batch.getLast().id());
            }
        } while (batch.size() == BATCH);
    }

    /// Every message of an exchange, oldest first.
    public List<Message> all(Visit visit, UUID conversation) {
        List<Message> all = new ArrayList<>();
        if (find(visit, conversation) instanceof Outcome.Done<Conversation>) {
            messages.each(visit, conversation, all::add);
        }
        return all;
    }

    /// Every message of an exchange that the visitor may know of, oldest first, each whole: for the copy of
    /// everything.
    public void each(Visit visit, UUID conversation, Consumer<Opened> visitor) {
        conversations
                .find(visit, conversation)
                .filter(one -> visit.sees(one.facts()))
                .ifPresent(one -> messages.each(
                        visit,
                        conversation,
                        message ->
                                visitor.accept(new Opened(message, blobs.kept(visit, message.blob()), one.alone()))));
    }

    public Outcome<Conversation> find(Visit visit, UUID conversation) {
        Optional<Conversation> found = conversations.find(visit, conversation).filter(one -> visit.sees(one.facts()));
        found.ifPresent(one -> visit.concerns(one.id(), one.facts()));
        return found.map(Outcome::done).orElseGet(visit::unseen);
    }

    /// @param messages newest first
    /// @param earlier true when there are older ones than these
    public record Read(Conversation conversation, List<Message> messages, boolean earlier) {
        public Read {
            messages = List.copyOf(messages);
        }
    }

    /// Opens an exchange: what the holder, or who represents them, opens is read from then on; so is what a
    /// professional of the portal opens of the answers to them.
    ///
    /// @param skipped so many of the newest messages
    public Outcome<Read> read(Visit visit, UUID conversation, int skipped) {
        return find(visit, conversation).map(found -> {
            Conversation now = found;
            boolean news = found.unread() > 0 && visit.right() != Right.CAREGIVER;
            if (visit.caller() instanceof Caller.Professional professional) {
                news = false;
                seenBy(visit, found, professional.rpps());
            } else if (news) {
                now = changed(visit, conversation, Conversation::asRead);
            }
            List<Message> page = messages.of(visit, conversation, skipped, MESSAGES + 1);
            if (news) {
                visit.tell(new SpaceEvent.MessagesRead(
                        page.stream().map(Message::id).collect(Collectors.toSet())));
            }
            boolean earlier = page.size() > MESSAGES;
            return new Read(now, earlier ? page.subList(0, MESSAGES) : page, earlier);
        });
    }

    /// Puts an exchange back among the unread.
    public Outcome<Conversation> markUnread(Visit visit, UUID conversation) {
        return find(visit, conversation).map(found -> changed(visit, conversation, Conversation::asUnread));
    }

    private Conversation changed(Visit visit, UUID conversation, UnaryOperator<Conversation> change) {
        Conversation now = change.apply(conversations.take(visit, conversation).orElseThrow());
        conversations.change(visit, now);
        return now;
    }

    private void seenBy(Visit visit, Conversation conversation, Rpps professional) {
        exchanges.opened(professional, conversation.id());
        Deliveries deliveries = new Deliveries(conversations, messages);
        for (Message message : messages.of(visit, conversation.id(), 0, MESSAGES)) {
            boolean news = message.deliveries().stream().anyMatch(delivery -> isNewsFor(delivery, professional));
            if (news) {
                deliveries.change(
                        visit,
                        conversation.id(),
                        message.id(),
                        delivery -> isNewsFor(delivery, professional)
                                ? delivery.now(Delivery.State.READ, visit.now())
                                : delivery);
            }
        }
    }

    private static boolean isNewsFor(Delivery delivery, Rpps professional) {
        return delivery.state() != Delivery.State.READ
                && delivery.to().professional().filter(professional::equals).isPresent();
    }

    /// @param raw the whole message, to be read after the visit
    /// @param alone the exchange is kept from who represents the holder
    public record Opened(Message message, KeptMessage raw, boolean alone) {}

    /// One message with its bytes, from which `mail.MailReader` takes its attachments.
    public Outcome<Opened> open(Visit visit, UUID conversation, UUID message) {
        return find(visit, conversation)
                .then(exchange -> messages.find(visit, message)
                        .filter(found -> found.conversation().equals(conversation))
                        .map(found ->
                                Outcome.done(new Opened(found, blobs.kept(visit, found.blob()), exchange.alone())))
                        .orElseGet(visit::unseen));
    }

    /// Notes that an attachment was made a document of the record.
    public void saved(Visit visit, UUID message, Message.Saved saved) {
        messages.take(visit, message)
                .filter(found -> !found.saved().contains(saved))
                .ifPresent(found -> messages.change(visit, found.saving(saved)));
    }

    /// A professional of the portal ends an exchange; no answer until one writes again.
    public Outcome<Conversation> close(Visit visit, UUID conversation) {
        return find(visit, conversation).map(found -> {
            Conversation now = found.closed() ? found : changed(visit, conversation, Conversation::closing);
            if (visit.caller() instanceof Caller.Professional professional) {
                exchanges.note(visit, now, professional.rpps(), false);
            }
            return now;
        });
    }

    /// Deletes an exchange for good, with what is still on its way.
    public Outcome<Conversation> delete(Visit visit, UUID conversation) {
        return find(visit, conversation).map(found -> {
            conversations.take(visit, conversation);
            messages.each(visit, conversation, message -> remove(visit, message));
            drafts.remove(visit, conversation, blobs);
            conversations.remove(visit, conversation);
            exchanges.remove(visit.id(), conversation);
            visit.tell(new SpaceEvent.MessagesDeleted(conversation));
            return found;
        });
    }

    /// Deletes one message for good; with the last one the exchange goes.
    ///
    /// @return the exchange as it is now; empty when it is gone
    public Outcome<Optional<Conversation>> deleteMessage(Visit visit, UUID conversation, UUID message) {
        if (find(visit, conversation) instanceof Outcome.Refused<Conversation>) {
            return visit.unseen();
        }
        Conversation before = conversations.take(visit, conversation).orElseThrow();
        Optional<Message> found =
                messages.find(visit, message).filter(one -> one.conversation().equals(conversation));
        if (found.isEmpty()) {
            return visit.unseen();
        }
        if (before.messages() == 1) {
            return delete(visit, conversation).map(gone -> Optional.empty());
        }
        remove(visit, found.get());
        visit.tell(new SpaceEvent.MessagesDeleted(conversation));
        List<Message> left = new ArrayList<>();
        messages.each(visit, conversation, left::add);
        Conversation now = Conversation.of(before, left);
        conversations.change(visit, now);
        return Outcome.done(Optional.of(now));
    }

    private void remove(Visit visit, Message message) {
        dispatches.strike(visit.id(), message.id());
        messages.remove(visit, message.id());
        blobs.removeAfterCommit(visit.id(), message.blob());
    }

    /// Whose drafts these are: each person has their own.
    static UUID author(Visit visit) {
        return visit.caller() instanceof Caller.Citizen citizen
                ? citizen.own().value()
                : visit.id().value();
    }
}

package fr.monespacesante.messaging;

import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.Address;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.Mail;
import fr.monespacesante.mail.Report;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where messages of professionals come in (MSG-02). When the visit has committed, the message is kept; the
/// channel says so to the sender only then.
public final class Mailroom {
    private final ConversationRows conversations;
    private final MessageRows messages;
    private final Dispatches dispatches;
    private final Exchanges exchanges;
    private final Deliveries deliveries;
    private final MessageBlobs blobs;
    private final Ids ids;

    Mailroom(
            ConversationRows conversations,
            MessageRows messages,
            Dispatches dispatches,
            Exchanges exchanges,
            MessageBlobs blobs,
            Ids ids) {
        this.conversations = conversations;
        this.messages = messages;
        this.dispatches = dispatches;
        this.exchanges = exchanges;
        this.deliveries = new Deliveries(conversations, messages);
        this.blobs = blobs;
        this.ids = ids;
    }

    /// @param fresh false when the same message was there already
    public record Received(UUID conversation, UUID message, boolean fresh) {}

    /// Keeps a message in the exchange it belongs to, or opens one. In `MessageAct.ReceiveMessage`.
    ///
    /// @return refused as NOT_FOUND for an exchange that is not there
    public Outcome<Received> receive(Visit visit, Incoming incoming) {
        String sameness = sameness(incoming.mail());
        Optional<Message> same = messages.same(visit, sameness);
        if (same.isPresent()) {
            return already(same.get());
        }
        boolean alone = incoming.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        Optional<Conversation> known = incoming.conversation().isPresent()
                ? conversations
                        .take(visit, incoming.conversation().get())
                        .filter(found -> visit.sees(found.facts()) && isIn(found, incoming.from()))
                : answered(visit, incoming.mail(), alone);
        if (known.isEmpty() && incoming.conversation().isPresent()) {
            return visit.unseen();
        }
        Conversation before = known.orElseGet(() ->
                Conversation.begun(ids.next(), Message.inWords(incoming.mail().subject()), alone, visit.now()));
        Message message = message(visit, incoming, before);
        if (!messages.add(visit, message, sameness, words(message))) {
            return already(messages.same(visit, sameness).orElseThrow());
        }
        Conversation now = before.with(message, message.closes());
        if (known.isPresent()) {
            conversations.change(visit, now);
        } else {
            conversations.add(visit, now);
        }
        blobs.keep(visit, message.blob(), incoming.raw());
        if (message.receiptTo() != null) {
            dispatches.add(visit.id(), message.id(), Dispatches.Kind.RECEIPT, 0, visit.now());
        }
        incoming.from().professional().ifPresent(rpps -> exchanges.note(visit, now, rpps, false));
        visit.concerns(now.id(), now.facts());
        visit.tell(new SpaceEvent.MessageArrived(now.id(), message.id(), !now.alone()));
        return Outcome.done(new Received(now.id(), message.id(), true));
    }

    private static Outcome<Received> already(Message same) {
        return Outcome.done(new Received(same.conversation(), same.id(), false));
    }

    private static boolean isIn(Conversation conversation, Correspondent one) {
        return conversation.correspondents().stream().anyMatch(one::is);
    }

    /// The exchange of the latest message that this one answers. What is kept from representatives never
    /// joins what they read; what joins it later is kept from them too.
    private Optional<Conversation> answered(Visit visit, Mail mail, boolean alone) {
        List<String> references = mail.references();
        if (references.isEmpty()) {
            return Optional.empty();
        }
        return messages.named(visit, references).stream()
                .findFirst()
                .flatMap(message -> conversations.take(visit, message.conversation()))
                .filter(conversation -> conversation.alone() || !alone);
    }

    private Message message(Visit visit, Incoming incoming, Conversation conversation) {
        Mail mail = incoming.mail();
        // to who wrote and nobody else (RFC 8098, 2.1), and never to a machine: two of them would never end
        boolean receipt = !mail.signs().automatic()
                && mail.signs()
                        .receiptTo()
                        .filter(to -> to.address().equals(incoming.from().address()))
                        .isPresent();
        return new Message(
                ids.next(),
                conversation.id(),
                1,
                visit.now(),
                false,
                incoming.from(),
                incoming.to(),
                incoming.cc(),
                "",
                mail.subject().isBlank() ? conversation.subject() : mail.subject(),
                mail.text(),
                mail.html().orElse(null),
                mail.readable(),
                mail.attachments(),
                mail.messageId(),
                mail.references(),
                mail.signs().closes(),
                receipt ? mail.signs().receiptTo().map(Address::address).orElse(null) : null,
                ids.next(),
                incoming.raw().length,
                List.of(),
                List.of(),
                incoming.error().orElse(null));
    }

    /// What became of a message of the citizen's side, as the other side tells. In `MessageAct.ReceiveReport`. The
    /// channel has checked that who tells may speak for the addressee.
    ///
    /// @return false when it is about no message of this space
    public Outcome<Boolean> report(Visit visit, Report report) {
        Optional<Message> about = Optional.of(report.originalMessageId())
                .filter(id -> !id.isEmpty())
                .flatMap(id -> messages.named(visit, List.of(id)).stream().findFirst());
        return Outcome.done(about.isPresent()
                && deliveries.change(
                        visit,
                        about.get().conversation(),
                        about.get().id(),
                        delivery -> Reports.after(delivery, report, visit.now())));
    }

    private static String sameness(Mail mail) {
        return mail.messageId() + "|" + HexFormat.of().formatHex(mail.digest());
    }

    static SearchWords words(Message message) {
        List<String> texts = new ArrayList<>();
        texts.add(message.subject());
        texts.add(message.writtenBy());
        message.everybody().forEach(one -> {
            texts.add(one.name());
            texts.add(one.address());
        });
        message.attachments().stream().map(Attachment::name).forEach(texts::add);
        texts.add(message.text());
        return SearchWords.of(String.join("\n", texts));
    }
}

package fr.monespacesante.messaging;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Address;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.Receipt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What is carried out of the house, and what became of it. Each method works in a visit of the service, in
/// `MessageAct.CarryMessage`; nothing is sent inside one.
public final class Carriage {
    private final MessageRows messages;
    private final Deliveries deliveries;
    private final Dispatches dispatches;
    private final MessageBlobs blobs;
    private final MailWriter writer;
    private final MessagingProperties properties;

    Carriage(
            ConversationRows conversations,
            MessageRows messages,
            Dispatches dispatches,
            MessageBlobs blobs,
            MailWriter writer,
            MessagingProperties properties) {
        this.messages = messages;
        this.deliveries = new Deliveries(conversations, messages);
        this.dispatches = dispatches;
        this.blobs = blobs;
        this.writer = writer;
        this.properties = properties;
    }

    /// @param from return path; empty for a receipt, to which nothing may be answered
    /// @param to one mailbox
    /// @param delivery as it stands; empty for a receipt
    public record Load(String from, String to, Optional<Delivery> delivery, Content content) {
        @Override
        public String toString() {
            return "Load[redacted]";
        }
    }

    /// The bytes to send, to be read after the visit.
    @FunctionalInterface
    public interface Content {
        byte[] bytes() throws IOException;
    }

    /// Empty when there is nothing to carry any more: deleted meanwhile, or done.
    public Outcome<Optional<Load>> load(Visit visit, Dispatches.Due due) {
        return Outcome.done(messages.find(visit, due.message()).flatMap(message -> switch (due.kind()) {
            case MESSAGE -> message(visit, message, due.addressee());
            case RECEIPT -> receipt(visit, message);
        }));
    }

    private Optional<Load> message(Visit visit, Message message, int addressee) {
        if (addressee >= message.deliveries().size()) {
            return Optional.empty();
        }
        Delivery delivery = message.deliveries().get(addressee);
        return Optional.of(delivery)
                .filter(waiting -> !waiting.state().done())
                .map(waiting -> new Load(
                        mailbox(visit),
                        waiting.to().address(),
                        Optional.of(waiting),
                        blobs.kept(visit, message.blob())::bytes));
    }

    private Optional<Load> receipt(Visit visit, Message message) {
        KeptMessage original = blobs.kept(visit, message.blob());
        Address from = Address.of(mailbox(visit));
        return Optional.ofNullable(message.receiptTo())
                .map(to -> new Load(
                        "",
                        to,
                        Optional.empty(),
                        () -> written(new Receipt(
                                "<accuse-" + message.id() + "@" + properties.domain() + ">",
                                message.at(),
                                from,
                                Address.of(to),
                                Replies.sound(message.messageId()),
                                from,
                                message.subject(),
                                Optional.ofNullable(message.integration()),
                                original.bytes(),
                                properties.product()))));
    }

    private byte[] written(Receipt receipt) throws IOException {
        return switch (writer.receipt(receipt)) {
            case Outcome.Done<byte[]>(byte[] bytes) -> bytes;
            case Outcome.Refused<byte[]>(Problem problem, String where) ->
                throw new IOException("a receipt cannot be written: " + problem + " " + where);
        };
    }

    private String mailbox(Visit visit) {
        return visit.space().person().ins().value() + "@" + properties.domain();
    }

    /// The addressee's operator has it.
    public Outcome<Boolean> sent(Visit visit, Dispatches.Due due) {
        dispatches.strike(due);
        return changed(visit, due, delivery -> delivery.now(Delivery.State.SENT, visit.now()));
    }

    /// It has waited for long, and is still tried.
    public Outcome<Boolean> delayed(Visit visit, Dispatches.Due due, String status, String words) {
        return changed(
                visit,
                due,
                delivery -> delivery.state() == Delivery.State.DELAYED
                        ? delivery
                        : delivery.now(Delivery.State.DELAYED, visit.now(), status, words));
    }

    /// It will not arrive; the holder is told. Of a receipt nobody is.
    public Outcome<Boolean> failed(Visit visit, Dispatches.Due due, String status, String words) {
        dispatches.strike(due);
        return changed(visit, due, delivery -> delivery.now(Delivery.State.FAILED, visit.now(), status, words));
    }

    private Outcome<Boolean> changed(Visit visit, Dispatches.Due due, UnaryOperator<Delivery> change) {
        if (due.kind() == Dispatches.Kind.RECEIPT) {
            return Outcome.done(true);
        }
        Optional<Message> message = messages.find(visit, due.message());
        UUID none = new UUID(0, 0);
        List<Delivery> before = message.map(Message::deliveries).orElse(List.of());
        if (due.addressee() >= before.size()) {
            return Outcome.done(false);
        }
        Delivery one = before.get(due.addressee());
        return Outcome.done(deliveries.change(
                visit,
                message.map(Message::conversation).orElse(none),
                due.message(),
                delivery -> delivery.to().equals(one.to()) && !delivery.state().done()
                        ? change.apply(delivery)
                        : delivery));
    }
}

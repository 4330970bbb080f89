package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Literal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One message of an exchange, as a page shows it.
///
/// @param from in words
/// @param origin the address it came from; empty for the citizen's side
/// @param laidOut address of the version that the sender laid out
/// @param sender address to block; empty when there is none to block
/// @param blocked the sender already is
public record MessageView(
        String id,
        String address,
        boolean mine,
        fr.monespacesante.portal.Message from,
        Optional<fr.monespacesante.portal.Message> origin,
        String to,
        String cc,
        String subject,
        Instant at,
        String text,
        Optional<String> laidOut,
        boolean readable,
        boolean closes,
        List<FileView> files,
        List<DeliveryLine> deliveries,
        Optional<String> sender,
        boolean blocked) {
    public MessageView {
        files = List.copyOf(files);
        deliveries = List.copyOf(deliveries);
    }

    public boolean failed() {
        return deliveries.stream().anyMatch(DeliveryLine::failed);
    }

    /// @param reader name of who looks
    /// @param holder name of whose space it is
    static MessageView of(Message message, List<FileView> files, String reader, String holder, boolean blocked) {
        String address = ExchangeIds.address(message.conversation()) + "/" + message.id();
        boolean mine = message.outgoing();
        return new MessageView(
                message.id().toString(),
                address,
                mine,
                mine ? writer(message, reader, holder) : Literal.of(Who.name(message.from())),
                mine ? Optional.empty() : Optional.of(Who.address(message.from())),
                Who.names(message.to()),
                Who.names(message.cc()),
                message.title(),
                message.at(),
                message.text(),
                Optional.ofNullable(message.html()).map(html -> address + "/mise-en-forme"),
                message.readable(),
                message.closes(),
                files,
                message.deliveries().stream().map(DeliveryLine::of).toList(),
                mine || message.from().ofPortal()
                        ? Optional.empty()
                        : Optional.of(message.from().address()),
                blocked);
    }

    private static fr.monespacesante.portal.Message writer(Message message, String reader, String holder) {
        if (message.writtenBy().equals(reader)) {
            return ExchangeText.FROM_ME.plain();
        }
        return message.writtenBy().equals(holder)
                ? Literal.of(holder)
                : ExchangeText.FOR_SOMEBODY.with(message.writtenBy(), holder);
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Delivery;
import fr.monespacesante.messaging.Exchanges;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One exchange with a patient, the newest message first, as its professional sees it.
///
/// @param read newest first
/// @param skipped so many newer messages are on the pages before
/// @param folder address of the patient's folder, when they were found in this session
public record ProExchangePage(
        Exchanges.Exchange exchange,
        Conversations.Read read,
        int skipped,
        Rpps reader,
        Form form,
        String once,
        Optional<String> folder)
        implements PageModel {
    static String address(UUID conversation) {
        return ProExchangesPage.ADDRESS + "/" + conversation;
    }

    public String address() {
        return address(exchange.conversation());
    }

    public Conversation conversation() {
        return read.conversation();
    }

    public List<Message> messages() {
        return read.messages();
    }

    public boolean byReader(Message message) {
        return message.from().professional().filter(reader::equals).isPresent();
    }

    /// Who wrote, by name.
    public String from(Message message) {
        return message.outgoing() ? message.writtenBy() : message.from().display();
    }

    public boolean readByReader(Message message) {
        return message.deliveries().stream()
                .anyMatch(delivery -> delivery.state() == Delivery.State.READ
                        && delivery.to().professional().filter(reader::equals).isPresent());
    }

    public String file(Message message, int index) {
        return address() + "/" + message.id() + "/pieces/" + index;
    }

    public Optional<String> earlier() {
        return read.earlier()
                ? Optional.of(address() + "?avant=" + (skipped + Conversations.MESSAGES))
                : Optional.empty();
    }

    public Optional<String> later() {
        return skipped == 0
                ? Optional.empty()
                : Optional.of(address() + "?avant=" + Math.max(0, skipped - Conversations.MESSAGES));
    }

    @Override
    public fr.monespacesante.portal.Message title() {
        return Literal.of(
                conversation().subject().isBlank()
                        ? exchange.patient()
                        : conversation().subject());
    }

    @Override
    public Section section() {
        return Section.EXCHANGES;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of(ProExchangesPage.ADDRESS, ExchangeWords.MESSAGES), new Crumb("", title()));
    }
}

package fr.monespacesante.portal.pro;

import fr.monespacesante.messaging.Exchanges;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// A professional's exchanges with patients, the latest first.
///
/// @param next where the next page begins; empty on the last
public record ProExchangesPage(List<Exchanges.Exchange> exchanges, Optional<Integer> next) implements PageModel {
    public static final String ADDRESS = "/pro/messages";

    public ProExchangesPage {
        exchanges = List.copyOf(exchanges);
    }

    public String address(Exchanges.Exchange exchange) {
        return ProExchangePage.address(exchange.conversation());
    }

    public Optional<String> further() {
        return next.map(from -> ADDRESS + "?avant=" + from);
    }

    @Override
    public Message title() {
        return ExchangeWords.MESSAGES.plain();
    }

    @Override
    public Section section() {
        return Section.EXCHANGES;
    }
}

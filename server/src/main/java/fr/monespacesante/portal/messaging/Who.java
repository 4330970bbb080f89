package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import java.util.List;
import java.util.stream.Collectors;

/// Professionals as the pages call them. The name is what they say themselves, so a page that shows one message shows
/// the address with it.
final class Who {
    private Who() {}

    static String name(Correspondent one) {
        return one.name().isBlank()
                ? one.professional().map(rpps -> "RPPS " + rpps.value()).orElse(one.address())
                : one.name();
    }

    static String names(List<Correspondent> all) {
        return all.stream().map(Who::name).collect(Collectors.joining(", "));
    }

    static Message address(Correspondent one) {
        return one.professional()
                .map(rpps -> ExchangeText.PORTAL_ADDRESS.with(rpps.value()))
                .orElseGet(() -> Literal.of(one.address()));
    }
}

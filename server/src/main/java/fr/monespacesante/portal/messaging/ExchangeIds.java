package fr.monespacesante.portal.messaging;

import java.util.UUID;

/// The ids in addresses and forms. What is no id is the id of nothing, so that both get the same answer.
final class ExchangeIds {
    static final String EXCHANGE = MessagesPage.ADDRESS + "/{id:[0-9a-f-]{36}}";
    static final String MESSAGE = EXCHANGE + "/{message:[0-9a-f-]{36}}";

    private static final UUID NOTHING = new UUID(0, 0);

    private ExchangeIds() {}

    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NOTHING;
        }
    }

    static String address(UUID exchange) {
        return MessagesPage.ADDRESS + "/" + exchange;
    }
}

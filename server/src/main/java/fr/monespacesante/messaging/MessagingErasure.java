package fr.monespacesante.messaging;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;

/// Every message, draft and exchange; their bytes go with the blobs of the record.
final class MessagingErasure implements ErasureStep {
    private final SpaceRows rows;
    private final Dispatches dispatches;
    private final Exchanges exchanges;

    MessagingErasure(SpaceRows rows, Dispatches dispatches, Exchanges exchanges) {
        this.rows = rows;
        this.dispatches = dispatches;
        this.exchanges = exchanges;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "messaging.dispatch",
                "messaging.exchange",
                "messaging.words",
                "messaging.draft_file",
                "messaging.draft",
                "messaging.message",
                "messaging.conversation");
    }

    @Override
    public void erase(SpaceId space) {
        dispatches.strike(space);
        exchanges.remove(space);
        rows.remove(space, tables().subList(2, tables().size()));
    }
}

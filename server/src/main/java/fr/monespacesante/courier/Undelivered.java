package fr.monespacesante.courier;

import java.util.List;
import java.util.UUID;

/// Told of letters that could not leave in time and are dropped, in the transaction that drops them.
@FunctionalInterface
public interface Undelivered {
    /// @param references as they were handed over with the letters (`Outbox.Referred`)
    void dropped(List<UUID> references);
}

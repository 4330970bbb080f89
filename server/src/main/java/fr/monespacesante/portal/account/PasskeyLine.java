package fr.monespacesante.portal.account;

import fr.monespacesante.identity.Passkey;
import fr.monespacesante.portal.Message;
import java.time.Instant;
import java.util.UUID;

/// A passkey in the list.
public record PasskeyLine(UUID id, String name, Message times) {
    static PasskeyLine of(Passkey passkey) {
        Instant used = passkey.lastUsed();
        return new PasskeyLine(
                passkey.id(),
                passkey.name(),
                used == null
                        ? PasskeyText.CREATED_UNUSED.with(passkey.created())
                        : PasskeyText.CREATED_USED.with(passkey.created(), used));
    }
}

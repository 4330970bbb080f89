package fr.monespacesante.account;

import java.io.Serializable;
import java.util.UUID;

/// An activation under way; kept in the browser's session between its pages.
public record ActivationId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}

package fr.monespacesante.identity;

import java.io.Serializable;
import java.util.UUID;

/// A citizen who can sign in. The value says nothing about the person.
public record CitizenId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}

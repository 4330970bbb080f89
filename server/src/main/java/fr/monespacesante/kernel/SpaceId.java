package fr.monespacesante.kernel;

import java.io.Serializable;
import java.util.UUID;

/// One person's health space. The value says nothing about the person.
public record SpaceId(UUID value) implements Serializable {
    public static SpaceId of(String text) {
        return new SpaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

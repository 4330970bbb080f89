package fr.monespacesante.identity;

import org.jspecify.annotations.Nullable;

/// Where an attempt comes from.
///
/// @param address of the network
/// @param device the mark of a browser that has signed in before; null when it has none
public record Origin(String address, @Nullable String device) {
    @Override
    public String toString() {
        return "Origin[redacted]";
    }
}

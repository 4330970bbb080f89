package fr.monespacesante.kernel;

import java.util.List;
import java.util.Optional;

/// One page of a list, and the key that the next page starts after; empty on the last page.
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}

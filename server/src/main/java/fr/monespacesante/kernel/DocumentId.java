package fr.monespacesante.kernel;

import java.util.Optional;
import java.util.UUID;

/// One document entry of a space, stable across the changes of its metadata (XDS logicalId).
public record DocumentId(UUID value) {
    /// Empty when the text is no identifier of ours: such a document cannot exist, and the caller says "not found".
    public static Optional<DocumentId> parse(String text) {
        try {
            return text.length() == 36 ? Optional.of(new DocumentId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

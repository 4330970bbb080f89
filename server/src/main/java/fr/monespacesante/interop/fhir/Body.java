package fr.monespacesante.interop.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request body without its documents: the rest, small, in which each `data` is the number of its document.
final class Body {
    private final Format format;
    private final byte[] rest;
    private final List<byte[]> documents;

    Body(Format format, byte[] rest, List<byte[]> documents) {
        this.format = format;
        this.rest = rest;
        this.documents = new ArrayList<>(documents);
    }

    Format format() {
        return format;
    }

    byte[] rest() {
        return rest;
    }

    /// The document that a `data` element of the rest stands for; each can be taken once, and is then let go here.
    Optional<byte[]> take(byte @Nullable [] data) {
        if (data == null) {
            return Optional.empty();
        }
        int number = numberOf(data);
        if (number < 0 || number >= documents.size()) {
            return Optional.empty();
        }
        byte[] document = documents.get(number);
        documents.set(number, new byte[0]);
        return Optional.of(document);
    }

    /// What stands in the rest instead of a document.
    static byte[] marker(int number) {
        return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static int numberOf(byte[] marker) {
        return marker.length == 3 ? ((marker[0] & 0xFF) << 16) | ((marker[1] & 0xFF) << 8) | (marker[2] & 0xFF) : -1;
    }
}

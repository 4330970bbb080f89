package fr.monespacesante.sandbox.laboratory;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A FHIR request whose document is encoded while it is being sent, so that its size costs no memory.
///
/// The resource is written once with a short mark where the document belongs; what stands before and after the mark
/// is kept, and the file itself is read in pieces between the two.
final class Payload {
    private static final byte[] MARK = "the document goes here".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 3 * 16 * 1024; // a multiple of three, so the pieces' base64 can be joined

    private final byte[] before;
    private final byte[] after;
    private final Path file;
    private final long size;

    private Payload(String json, Path file, long size) {
        String mark = Base64.getEncoder().encodeToString(MARK);
        int at = json.indexOf(mark);
        this.before = json.substring(0, at).getBytes(StandardCharsets.UTF_8);
        this.after = json.substring(at + mark.length()).getBytes(StandardCharsets.UTF_8);
        this.file = file;
        this.size = size;
    }

    static Payload of(Mode mode, FhirContext fhir, SourceDocument document, Path file, Instant now) {
        var resource = switch (mode) {
            case ITI65 -> ProvideBundle.of(document, MARK, now);
            case ITI105 -> SimplifiedPublish.of(document, MARK);
        };
        return new Payload(fhir.newJsonParser().encodeResourceToString(resource), file, document.size());
    }

    /// A body that can be sent; ask for a new one at each attempt.
    BodyPublisher body() {
        long length = before.length + (size + 2) / 3 * 4 + after.length;
        BodyPublisher whole = BodyPublishers.concat(
                BodyPublishers.ofByteArray(before),
                BodyPublishers.ofByteArrays(() -> new Pieces(file)),
                BodyPublishers.ofByteArray(after));
        return BodyPublishers.fromPublisher(whole, length);
    }

    /// How the document is sent, and where to.
    enum Mode {
        ITI65(""),
        ITI105("/DocumentReference");

        private final String path;

        Mode(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    private static final class Pieces implements Iterator<byte[]> {
        private final InputStream in;
        private byte[] next;

        Pieces(Path file) {
            try {
                in = Files.newInputStream(file);
                next = in.readNBytes(PIECE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next.length > 0;
        }

        @Override
        public byte[] next() {
            if (next.length == 0) {
                throw new NoSuchElementException();
            }
            try {
                byte[] encoded = Base64.getEncoder().encode(next);
                next = in.readNBytes(PIECE);
                if (next.length == 0) {
                    in.close();
                }
                return encoded;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

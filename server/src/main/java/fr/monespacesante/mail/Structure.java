package fr.monespacesante.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// The parts of a message as they lie inside one another, taken from the stream of mime4j, within the limits.
///
/// @param headers of the message itself; what there is of them when the rest cannot be read
/// @param root empty when the message cannot be read or has more in it than is allowed
record Structure(Headers headers, Optional<Node> root) {
    sealed interface Node {
        Headers headers();
    }

    /// @param subtype such as `alternative`
    record Multipart(Headers headers, String subtype, List<Node> children) implements Node {}

    /// @param type as declared, or as it is where nothing is declared
    /// @param bytes decoded
    record Single(Headers headers, String type, byte[] bytes) implements Node {
        String disposition() {
            return headers.parameters("content-disposition").value();
        }

        /// As the sender gave it; may be empty, may be anything.
        String name() {
            String name = headers.parameters("content-disposition").get("filename");
            return name.isEmpty() ? headers.parameters("content-type").get("name") : name;
        }

        String charset() {
            return headers.parameters("content-type").get("charset");
        }
    }

    static Structure of(byte[] raw, MailLimits limits) {
        return new Reading(limits).read(raw);
    }

    private static final class Reading {
        private final MailLimits limits;
        private final MimeTokenStream stream;
        private final Deque<Multipart> open = new ArrayDeque<>();
        private final Headers top;
        private Headers headers;
        private Optional<Node> root = Optional.empty();
        private int parts;
        private int headerBytes;

        Reading(MailLimits limits) {
            this.limits = limits;
            this.top = new Headers(limits.addresses());
            this.headers = top;
            MimeConfig config = MimeConfig.custom()
                    .setMaxLineLen(limits.headerBytes())
                    .setMaxHeaderLen(limits.headerBytes())
                    .setMaxHeaderCount(limits.headerBytes() / 100)
                    .setMalformedHeaderStartsBody(false)
                    .build();
            this.stream = new MimeTokenStream(config, DecodeMonitor.SILENT, null);
        }

        Structure read(byte[] raw) {
            try {
                stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
                stream.parse(new ByteArrayInputStream(raw));
                for (EntityState state = stream.getState();
                        state != EntityState.T_END_OF_STREAM;
                        state = stream.next()) {
                    if (!take(state)) {
                        return new Structure(top, Optional.empty());
                    }
                }
                return new Structure(top, top.isEmpty() ? Optional.empty() : root);
            } catch (IOException | MimeException | RuntimeException unreadable) {
                return new Structure(top, Optional.empty());
            }
        }

        /// False beyond the limits.
        private boolean take(EntityState state) throws IOException {
            switch (state) {
                case T_START_HEADER -> {
                    headers = open.isEmpty() && root.isEmpty() ? top : new Headers(limits.addresses());
                    headerBytes = 0;
                    stream.setRecursionMode(
                            open.size() >= limits.depth() ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE);
                }
                case T_FIELD -> {
                    var field = stream.getField();
                    var bytes = field.getRaw();
                    headerBytes += bytes == null ? 100 : bytes.length();
                    if (headerBytes > limits.headerBytes()) {
                        return false;
                    }
                    headers.add(field);
                }
                case T_START_MULTIPART -> {
                    String type = stream.getBodyDescriptor().getMimeType();
                    Multipart multipart =
                            new Multipart(headers, type.substring(type.indexOf('/') + 1), new ArrayList<>());
                    put(multipart);
                    open.push(multipart);
                }
                case T_END_MULTIPART -> open.pop();
                case T_BODY -> {
                    if (++parts > limits.parts()) {
                        return false;
                    }
                    put(new Single(
                            headers,
                            stream.getBodyDescriptor().getMimeType(),
                            stream.getDecodedInputStream().readAllBytes()));
                }
                default -> {
                    // where parts begin and end, and the words for old software around them
                }
            }
            return true;
        }

        private void put(Node node) {
            if (open.isEmpty()) {
                root = Optional.of(node);
            } else {
                Objects.requireNonNull(open.peek()).children().add(node);
            }
        }
    }
}

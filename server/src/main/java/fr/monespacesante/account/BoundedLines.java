package fr.monespacesante.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file of any size, none of which takes more memory than allowed: of a longer one only a
/// piece is kept. It knows after how many bytes it stands, so that reading can go on there another time.
final class BoundedLines {
    private final InputStream file;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long position;

    /// @param position of the stream's first byte in its file
    BoundedLines(InputStream file, int longest, long position) {
        this.file = file;
        this.longest = longest;
        this.position = position;
    }

    /// @param text what can be read of it as UTF-8
    record Line(String text, Fault fault) {}

    enum Fault {
        NONE,
        TOO_LONG,
        NOT_UTF8
    }

    /// Bytes of the file up to the end of the last line.
    long position() {
        return position;
    }

    /// Empty at the end of the file.
    Optional<Line> next() throws IOException {
        if (at == end && !fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        boolean tooLong = false;
        do {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            int room = longest - rest.size();
            tooLong |= at - start > room;
            rest.write(buffer, start, Math.min(at - start, room));
            position += at - start;
        } while (at == end && fill());
        if (at < end) {
            at++;
            position++;
        }
        return Optional.of(line(rest.toByteArray(), tooLong));
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, file.read(buffer));
        return end > 0;
    }

    private static Line line(byte[] bytes, boolean tooLong) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        if (tooLong) {
            return new Line(new String(bytes, 0, length, StandardCharsets.UTF_8), Fault.TOO_LONG);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return new Line(text, Fault.NONE);
        } catch (CharacterCodingException _) {
            return new Line(new String(bytes, 0, length, StandardCharsets.UTF_8), Fault.NOT_UTF8);
        }
    }
}

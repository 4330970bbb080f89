package fr.monespacesante.account;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// The lines of a text of any size, none of which takes more memory than allowed: of a longer one only a
/// piece is kept.
final class BoundedLines {
    private final Reader reader;
    private final int longest;

    BoundedLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    record Line(String text, boolean tooLong) {}

    /// Empty at the end of the text.
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int sign = reader.read();
        if (sign < 0) {
            return Optional.empty();
        }
        while (sign >= 0 && sign != '\n') {
            if (text.length() < longest) {
                text.append((char) sign);
            } else {
                tooLong = true;
            }
            sign = reader.read();
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return Optional.of(new Line(text.toString(), tooLong));
    }
}

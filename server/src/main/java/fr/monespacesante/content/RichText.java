package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Reads the text of an RTF file and drops everything else. Tolerant of what word processors write, but
/// an embedded object (OLE) is refused: it is how programs travel in RTF, and no report needs one
/// (SEC-04).
final class RichText {
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "themedata",
            "colorschememapping",
            "latentstyles",
            "datastore",
            "generator",
            "filetbl",
            "xmlnstbl",
            "fldinst");
    private static final Set<String> DANGEROUS = Set.of("objdata", "objupdate", "objautlink", "objocx", "object");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int DEEPEST = 1_000;

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(false, 1);
    private int place;
    private int toSkip;

    private RichText(String source) {
        this.source = source;
    }

    static Outcome<String> text(byte[] content) {
        return new RichText(new String(content, StandardCharsets.ISO_8859_1)).read();
    }

    private Outcome<String> read() {
        boolean closed = false;
        while (place < source.length() && !closed) {
            char c = source.charAt(place++);
            switch (c) {
                case '{' -> {
                    if (outer.size() >= DEEPEST) {
                        return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
                    }
                    outer.push(group);
                }
                case '}' -> {
                    Group before = outer.poll();
                    if (before == null) {
                        return Outcome.refused(Problem.DOCUMENT_BROKEN);
                    }
                    group = before;
                    closed = outer.isEmpty();
                }
                case '\\' -> {
                    if (!control()) {
                        return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
                    }
                }
                case '\r', '\n' -> {
                    // line ends of the file are not line ends of the text
                }
                default -> append(String.valueOf(WINDOWS.decode(ByteBuffer.wrap(new byte[] {(byte) c}))));
            }
        }
        return closed ? Outcome.done(text.toString()) : Outcome.refused(Problem.DOCUMENT_BROKEN);
    }

    /// False when the control word is one that is refused.
    private boolean control() {
        if (place >= source.length()) {
            return true;
        }
        char c = source.charAt(place);
        if (!isAsciiLetter(c)) {
            place++;
            symbol(c);
            return true;
        }
        int start = place;
        while (place < source.length() && isAsciiLetter(source.charAt(place))) {
            place++;
        }
        String word = source.substring(start, place);
        int numberStart = place;
        while (place < source.length()
                && place - numberStart < 10
                && (Character.isDigit(source.charAt(place)) || (place == numberStart && source.charAt(place) == '-'))) {
            place++;
        }
        String number = source.substring(numberStart, place);
        if (place < source.length() && source.charAt(place) == ' ') {
            place++;
        }
        if (DANGEROUS.contains(word)) {
            return false;
        }
        word(word, number.isEmpty() || number.equals("-") ? 0 : (int) Long.parseLong(number));
        return true;
    }

    private void symbol(char c) {
        switch (c) {
            case '*' -> group = new Group(true, group.unicodeSkip());
            case '\'' -> {
                int end = Math.min(place + 2, source.length());
                try {
                    int value = Integer.parseInt(source.substring(place, end), 16);
                    append(WINDOWS.decode(ByteBuffer.wrap(new byte[] {(byte) value}))
                            .toString());
                } catch (NumberFormatException notHex) {
                    append("?");
                }
                place = end;
            }
            case '~' -> append(" ");
            case '_' -> append("-");
            case '\\', '{', '}' -> append(String.valueOf(c));
            case '\r', '\n' -> append("\n");
            default -> {
                // optional hyphens and index marks leave no text
            }
        }
    }

    private void word(String word, int number) {
        switch (word) {
            case "par", "line", "row", "sect", "page" -> append("\n");
            case "tab", "cell" -> append("\t");
            case "emdash", "endash" -> append("–");
            case "rquote", "lquote" -> append("'");
            case "ldblquote", "rdblquote" -> append("\"");
            case "bullet" -> append("•");
            case "uc" -> group = new Group(group.hidden(), Math.clamp(number, 0, 16));
            case "u" -> {
                append(String.valueOf((char) number));
                toSkip = group.unicodeSkip();
            }
            case "bin" -> place = (int) Math.min(source.length(), place + (long) Math.max(0, number));
            default -> {
                if (HIDDEN.contains(word)) {
                    group = new Group(true, group.unicodeSkip());
                }
            }
        }
    }

    private void append(String part) {
        if (toSkip > 0) {
            toSkip--;
        } else if (!group.hidden()) {
            text.append(part);
        }
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// @param hidden whether the text of the group is not text of the document
    /// @param unicodeSkip how many characters stand in for a Unicode one
    private record Group(boolean hidden, int unicodeSkip) {}
}

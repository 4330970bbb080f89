package fr.monespacesante.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that old software writes among the words (uuencode).
///
/// @param text what remains without them
record Uuencoded(String text, List<File> files) {
    private static final Pattern BEGIN = Pattern.compile("(?m)^begin [0-7]{3,4} ([^\\n]{1,255})\\n");

    record File(String name, byte[] bytes) {}

    /// @param most no more files than these are looked for
    static Uuencoded in(String text, int most) {
        if (!text.contains("begin ")) {
            return new Uuencoded(text, List.of());
        }
        List<File> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (files.size() < most && begin.find(from)) {
            int end = text.indexOf("\nend", begin.end() - 1);
            if (end < 0) {
                break;
            }
            byte[] bytes = decoded(text.substring(begin.end(), Math.max(begin.end(), end)));
            rest.append(text, from, bytes.length == 0 ? begin.end() : begin.start());
            if (bytes.length > 0) {
                files.add(new File(begin.group(1), bytes));
            }
            from = bytes.length == 0 ? begin.end() : end + "\nend".length();
        }
        return new Uuencoded(rest.append(text, from, text.length()).toString(), files);
    }

    /// Empty when it is not what it begins like.
    private static byte[] decoded(String lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines.split("\n")) {
            byte[] coded = line.getBytes(StandardCharsets.ISO_8859_1);
            int length = coded.length == 0 ? 0 : (coded[0] - 32) & 63;
            if (coded.length > 100 || (coded.length > 0 && (coded[0] < 32 || coded[0] > 96))) {
                return new byte[0];
            }
            int left = length;
            for (int i = 1; left > 0; i += 4) {
                int four = (six(coded, i) << 18)
                        | (six(coded, i + 1) << 12)
                        | (six(coded, i + 2) << 6)
                        | six(coded, i + 3);
                for (int shift = 16; shift >= 0 && left > 0; shift -= 8) {
                    bytes.write(four >> shift);
                    left--;
                }
            }
        }
        return bytes.toByteArray();
    }

    /// Blanks at the end of a line are often lost on the way.
    private static int six(byte[] coded, int at) {
        return at < coded.length ? (coded[at] - 32) & 63 : 0;
    }
}

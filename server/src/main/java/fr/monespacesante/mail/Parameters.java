package fr.monespacesante.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The value and the parameters of a header such as `Content-Type`, read leniently: quotes that are never closed,
/// blanks, parameters in pieces and in other charsets (RFC 2231), encoded words where none should be.
record Parameters(String value, Map<String, String> named) {
    private static final int MOST = 100;

    static Parameters of(String header) {
        Map<String, String> raw = new HashMap<>();
        int at = end(header, 0);
        String value = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
        while (at < header.length() && raw.size() < MOST) {
            int end = end(header, at + 1);
            String parameter = header.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                raw.putIfAbsent(name, unquoted(parameter.substring(equals + 1).strip()));
            }
            at = end;
        }
        return new Parameters(value, Map.copyOf(joined(raw)));
    }

    String get(String name) {
        return named.getOrDefault(name, "");
    }

    /// Where the piece that begins here ends: at the next `;` outside quotes, or at the end.
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            int blank = text.indexOf(' ');
            // an unquoted name with blanks is wrong, and frequent
            return blank < 0 ? text : text.strip();
        }
        StringBuilder inside = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            // old software writes paths: C:\scan\radio.pdf
            boolean escapes =
                    text.charAt(i) == '\\' && i + 1 < text.length() && "\\\"".indexOf(text.charAt(i + 1)) >= 0;
            inside.append(text.charAt(escapes ? ++i : i));
        }
        return inside.toString();
    }

    private static Map<String, String> joined(Map<String, String> raw) {
        Map<String, String> named = new HashMap<>();
        Map<String, TreeMap<Integer, String>> pieces = new HashMap<>();
        raw.forEach((name, value) -> {
            int star = name.indexOf('*');
            if (star < 0) {
                named.put(name, EncodedWords.decode(value));
            } else {
                String number = name.substring(star + 1).replace("*", "");
                if (number.matches("\\d{0,3}")) {
                    pieces.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                            .put(
                                    number.isEmpty() ? 0 : Integer.parseInt(number),
                                    name.endsWith("*") ? "*" + value : "=" + value);
                }
            }
        });
        pieces.forEach((name, parts) -> named.put(name, extended(parts)));
        return named;
    }

    private static String extended(TreeMap<Integer, String> parts) {
        String charset = "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean first = true;
        for (String part : parts.values()) {
            String text = part.substring(1);
            if (first && part.startsWith("*") && text.indexOf('\'') >= 0) {
                String[] split = text.split("'", 3);
                charset = split[0];
                text = split[split.length - 1];
            }
            bytes.writeBytes(part.startsWith("*") ? unescaped(text) : text.getBytes(StandardCharsets.UTF_8));
            first = false;
        }
        return Words.decode(bytes.toByteArray(), charset);
    }

    private static byte[] unescaped(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < ascii.length; i++) {
            boolean escape = ascii[i] == '%' && i + 2 < ascii.length;
            int high = escape ? Character.digit(ascii[i + 1], 16) : -1;
            int low = escape ? Character.digit(ascii[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(ascii[i]);
            }
        }
        return bytes.toByteArray();
    }
}

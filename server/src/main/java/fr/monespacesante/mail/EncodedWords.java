package fr.monespacesante.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoded words of headers (RFC 2047), read leniently: words that stand inside other text or in quotes, letters
/// that were cut between two words, unknown charsets.
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([BbQq])\\?([^?\\r\\n]{0,2000})\\?=");

    /// UTF-8 in base64 of 45 bytes makes a word of 72 characters: the longest is 75.
    private static final int WORD_BYTES = 45;

    private EncodedWords() {}

    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String between = text.substring(end, word.start());
            // RFC 2231 adds a language to the charset: utf-8*fr
            String named = word.group(1).split("\\*", 2)[0].toLowerCase(Locale.ROOT);
            boolean goesOn = end > 0 && between.isBlank();
            if (!goesOn || !named.equals(charset)) {
                flush(pending, charset, decoded);
            }
            if (!goesOn) {
                decoded.append(between);
            }
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            charset = named;
            end = word.end();
        }
        flush(pending, charset, decoded);
        return decoded.append(text, end, text.length()).toString();
    }

    /// This text as words of ASCII, with a fold between them; ASCII stays as it is.
    static String encode(String text) {
        boolean ascii = text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        if (ascii && !text.contains("=?")) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int size = 0;
        for (int c : text.codePoints().toArray()) {
            int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (size + more > WORD_BYTES) {
                words.append(words.isEmpty() ? "" : "\r\n ").append(word(word));
                word.setLength(0);
                size = 0;
            }
            word.appendCodePoint(c);
            size += more;
        }
        return words.append(words.isEmpty() ? "" : "\r\n ").append(word(word)).toString();
    }

    private static String word(StringBuilder text) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))
                + "?=";
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder decoded) {
        if (pending.size() > 0) {
            decoded.append(Words.decode(pending.toByteArray(), charset));
            pending.reset();
        }
    }

    private static byte[] bytes(String encoding, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        if (encoding.equalsIgnoreCase("B")) {
            try {
                return Base64.getMimeDecoder().decode(ascii);
            } catch (IllegalArgumentException notBase64) {
                return ascii;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < ascii.length; i++) {
            int high = i + 2 <= ascii.length - 1 ? Character.digit(ascii[i + 1], 16) : -1;
            int low = i + 2 <= ascii.length - 1 ? Character.digit(ascii[i + 2], 16) : -1;
            if (ascii[i] == '=' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(ascii[i] == '_' ? ' ' : ascii[i]);
            }
        }
        return bytes.toByteArray();
    }
}

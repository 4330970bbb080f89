package fr.monespacesante.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/// Turns what senders wrote into characters, in the charset they named or, where they named none, a wrong or an
/// unknown one, in the one the bytes look like.
final class Words {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Words() {}

    /// On one line, without control characters and without the marks that turn the direction of writing, with which
    /// `exe.pdf` passes for `fdp.exe`.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(c == 0xA0 || c == 0x202F ? Character.toString(c) : " ");
            } else if (!turns(c) && !Character.isISOControl(c) && Character.isDefined(c) && !lonely(c)) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }

    /// As `plain`, with its lines kept, each ended by `\n`.
    static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !(Character.isISOControl(c) || turns(c) || lonely(c))) {
                lines.appendCodePoint(c);
            }
        });
        return lines.toString();
    }

    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    /// @param charset as declared; empty when none was
    static String decode(byte[] bytes, String charset) {
        Charset declared = charset(charset).orElse(StandardCharsets.US_ASCII);
        // what is declared ASCII, UTF-8 or Latin-1 is often another of them
        boolean told = !declared.equals(StandardCharsets.US_ASCII)
                && !declared.equals(StandardCharsets.UTF_8)
                && !declared.equals(StandardCharsets.ISO_8859_1);
        if (told) {
            return new String(bytes, declared);
        }
        Charset otherwise = WINDOWS;
        if (declared.equals(StandardCharsets.ISO_8859_1)) {
            return new String(bytes, otherwise);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, otherwise);
        }
    }

    /// The charset of this name, when there is one that decodes.
    static Optional<Charset> charset(String name) {
        String usual = name.strip().toLowerCase(Locale.ROOT);
        try {
            return usual.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Charset.forName(usual.startsWith("cp-") ? "cp" + usual.substring(3) : usual));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0xFEFF;
    }

    private static boolean lonely(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }
}

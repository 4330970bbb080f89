package fr.monespacesante.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Plain text in the encodings senders use: UTF-8, UTF-16 with or without a mark, else Windows-1252,
/// which holds all the printable characters of ISO-8859-1.
final class PlainText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainText() {}

    static String decode(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        return switch (halfEmpty(content)) {
            case 0 -> new String(content, StandardCharsets.UTF_16BE);
            case 1 -> new String(content, StandardCharsets.UTF_16LE);
            default -> decodeBytes(content);
        };
    }

    /// False for what holds control characters no text has.
    static boolean isText(byte[] content) {
        String text = decode(content);
        long odd = text.chars()
                .filter(c -> c == 0xFFFD || (c < 0x20 && "\t\n\r\f\u001b".indexOf(c) < 0))
                .count();
        return text.indexOf('\0') < 0 && odd * 200 <= text.length();
    }

    private static String decodeBytes(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, WINDOWS);
        }
    }

    /// 0 or 1 when nearly every byte at an even or odd place is zero, as Latin text in UTF-16 has it;
    /// -1 otherwise.
    private static int halfEmpty(byte[] content) {
        int[] zeros = new int[2];
        int seen = Math.min(content.length, 4_096) & ~1;
        for (int i = 0; i < seen; i++) {
            if (content[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int half = seen / 2;
        if (half < 2) {
            return -1;
        }
        if (zeros[0] * 10 >= half * 7 && zeros[1] == 0) {
            return 0;
        }
        return zeros[1] * 10 >= half * 7 && zeros[0] == 0 ? 1 : -1;
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package fr.monespacesante.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The lines of a message as it is written. Whoever calls has checked that no field holds a line break.
final class MimeLines {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneId.of("Europe/Paris"));
    private static final int WIDTH = 76;
    private static final String CRLF = "\r\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static String mailbox(Address address) {
        if (address.name().isEmpty()) {
            return address.address();
        }
        boolean ascii = address.name().chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        String name = ascii
                ? '"' + address.name().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : EncodedWords.encode(address.name());
        return name + " <" + address.address() + ">";
    }

    static String mailboxes(List<Address> addresses) {
        return addresses.stream().map(MimeLines::mailbox).collect(Collectors.joining("," + CRLF + " "));
    }

    void header(String name, String value) {
        ascii(name + ": " + folded(value, WIDTH - name.length() - 2) + CRLF);
    }

    void date(Instant date) {
        header("Date", DATE.format(date));
    }

    void endOfHeaders() {
        ascii(CRLF);
    }

    /// Nothing of ours begins a line like this: lines of base64 and quoted-printable have no `=_`.
    String boundary(String messageId) {
        return "=_" + HexFormat.of().formatHex(Fingerprint.of(messageId.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    void open(String boundary) {
        ascii(CRLF + "--" + boundary + CRLF);
    }

    void close(String boundary) {
        ascii(CRLF + "--" + boundary + "--" + CRLF);
    }

    /// A part of plain words with its headers.
    void text(String text) {
        String lines = Words.lines(text);
        boolean ascii = lines.chars().allMatch(c -> c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7F))
                && lines.lines()
                        .allMatch(line -> line.length() <= 900 && !line.startsWith("From ") && !line.endsWith(" "));
        header("Content-Type", "text/plain; charset=" + (ascii ? "us-ascii" : "utf-8"));
        header("Content-Transfer-Encoding", ascii ? "7bit" : "quoted-printable");
        endOfHeaders();
        ascii(ascii ? lines.replace("\n", CRLF) : quotedPrintable(lines));
        ascii(CRLF);
    }

    void file(Outgoing.File file) {
        String name = FileNames.safe(file.name(), file.mimeType(), 1);
        header("Content-Type", file.mimeType() + ";" + CRLF + " " + parameter("name", name));
        header("Content-Transfer-Encoding", "base64");
        header("Content-Disposition", "attachment;" + CRLF + " " + parameter("filename", name));
        endOfHeaders();
        out.writeBytes(Base64.getMimeEncoder(WIDTH, CRLF.getBytes(StandardCharsets.US_ASCII))
                .encode(file.bytes()));
        ascii(CRLF);
    }

    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /// RFC 2231 for the letters that ASCII lacks.
    private static String parameter(String name, String value) {
        boolean ascii = value.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '"' && c != '\\');
        if (ascii) {
            return name + "=\"" + value + '"';
        }
        StringBuilder escaped = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = (b >= '0' && b <= '9')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= 'a' && b <= 'z')
                    || b == '.'
                    || b == '-'
                    || b == '_';
            escaped.append(letter ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return name + "*=UTF-8''" + escaped;
    }

    /// Breaks at blanks; what has none stays on one line.
    private static String folded(String value, int first) {
        StringBuilder folded = new StringBuilder();
        int width = first;
        int used = 0;
        for (String word : value.split(" ")) {
            int breaks = word.lastIndexOf(CRLF);
            int length = breaks < 0 ? word.length() : word.indexOf(CRLF);
            if (used > 0 && used + 1 + length > width) {
                folded.append(CRLF).append(' ');
                used = 1;
                width = WIDTH;
            } else if (used > 0 || !folded.isEmpty()) {
                folded.append(' ');
                used++;
            }
            folded.append(word);
            used = breaks < 0 ? used + word.length() : word.length() - breaks - 2;
        }
        return folded.toString();
    }

    private static String quotedPrintable(String text) {
        StringBuilder coded = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            coded.append(coded.isEmpty() ? "" : CRLF);
            int width = 0;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                boolean last = i == bytes.length - 1;
                boolean plain = bytes[i] >= 0x21
                        && bytes[i] < 0x7F
                        && bytes[i] != '='
                        && !(width == 0 && (bytes[i] == '.' || bytes[i] == 'F' || bytes[i] == '-'));
                boolean blank = (bytes[i] == ' ' || bytes[i] == '\t') && !last;
                String one = plain || blank ? String.valueOf((char) bytes[i]) : "=%02X".formatted(bytes[i]);
                if (width + one.length() > WIDTH - 1) {
                    coded.append('=').append(CRLF);
                    width = 0;
                }
                coded.append(one);
                width += one.length();
            }
        }
        return coded.toString();
    }
}

package fr.monespacesante.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bytes with named gaps such as `@INS@`, cut once so that filling them costs a copy and no more.
final class Template {
    private static final Pattern GAP = Pattern.compile("@([A-Z]+[0-9]*)@");

    private final List<byte[]> fixed = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final int size;

    Template(String text) {
        Matcher matcher = GAP.matcher(text);
        int from = 0;
        int total = 0;
        while (matcher.find()) {
            total += keep(text.substring(from, matcher.start()));
            gaps.add(matcher.group(1));
            from = matcher.end();
        }
        size = total + keep(text.substring(from));
    }

    private int keep(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        fixed.add(bytes);
        return bytes.length;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] fill(Map<String, byte[]> values) {
        int total = size;
        for (String gap : gaps) {
            total += value(values, gap).length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(total);
        for (int i = 0; i < gaps.size(); i++) {
            out.writeBytes(fixed.get(i));
            out.writeBytes(value(values, gaps.get(i)));
        }
        out.writeBytes(fixed.getLast());
        return out.toByteArray();
    }

    private static byte[] value(Map<String, byte[]> values, String gap) {
        byte[] value = values.get(gap);
        if (value == null) {
            throw new IllegalArgumentException("nothing for " + gap);
        }
        return value;
    }
}

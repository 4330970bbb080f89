package fr.monespacesante.sandbox.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// Text with holes: `{{name}}` takes a value escaped for XML, `{{{name}}}` takes a piece of XML as it is.
/// A hole without a value is a mistake in the template and stops the work.
record Template(String text) {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\{([\\w.]+)}}}|\\{\\{([\\w.]+)}}");

    static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/examples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length() * 2);
        var holes = HOLE.matcher(text);
        int done = 0;
        while (holes.find()) {
            filled.append(text, done, holes.start());
            boolean raw = holes.group(1) != null;
            String name = raw ? holes.group(1) : holes.group(2);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("no value for {{" + name + "}}");
            }
            filled.append(raw ? value : escaped(value));
            done = holes.end();
        }
        return filled.append(text, done, text.length()).toString();
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package fr.monespacesante.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A second statement of the rules, as two tables of plain conditions (`oracle/*.txt`): the first line that fits
/// gives the answer. It shares no code with the decision that it is compared with.
public final class Oracle {
    private final List<Line> lines;
    private final Set<String> used = new HashSet<>();

    private Oracle(List<Line> lines) {
        this.lines = lines;
    }

    /// Who comes in, and by what right.
    public static Oracle entering() {
        return read("/oracle/entering.txt");
    }

    /// What they know of once in.
    public static Oracle seeing() {
        return read("/oracle/seeing.txt");
    }

    private record Condition(String dimension, Set<String> values, boolean among) {
        boolean fits(Map<String, String> one) {
            return values.contains(Optional.ofNullable(one.get(dimension))
                            .orElseThrow(() -> new IllegalStateException("a case says nothing of " + dimension)))
                    == among;
        }
    }

    private record Line(String text, List<Condition> conditions, String answer) {}

    /// @param one what is so in this case: a value for each dimension that the table asks about
    public String answer(Map<String, String> one) {
        for (Line line : lines) {
            if (line.conditions.stream().allMatch(condition -> condition.fits(one))) {
                used.add(line.text);
                return line.answer;
            }
        }
        throw new IllegalStateException("the table has no line for " + one);
    }

    /// The lines that no case has needed so far.
    public List<String> unused() {
        return lines.stream()
                .map(Line::text)
                .filter(text -> !used.contains(text))
                .toList();
    }

    private static Oracle read(String resource) {
        try (InputStream in = Optional.ofNullable(Oracle.class.getResourceAsStream(resource))
                        .orElseThrow();
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            reader.lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .forEach(text -> lines.add(line(text)));
            return new Oracle(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] sides = text.split(" -> ", 2);
        List<Condition> conditions =
                Arrays.stream(sides[0].split(" ")).map(Oracle::condition).toList();
        return new Line(text, conditions, sides[1].strip());
    }

    private static Condition condition(String text) {
        boolean among = !text.contains("!=");
        String[] sides = text.split("!?=", 2);
        return new Condition(sides[0], Set.of(sides[1].split("\\|")), among);
    }
}

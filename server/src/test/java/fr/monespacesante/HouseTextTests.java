package fr.monespacesante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that are about the text of the sources, of all modules.
class HouseTextTests {
    private static final Path ROOT = Path.of("..");
    private static final int LONGEST_CLASS = 400;
    private static final int LONGEST_COMMENT = 120;

    // written so that this file does not find itself
    private static final Pattern LEFT_OPEN = Pattern.compile("(//|/\\*|--|<%).*\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("^\\s*@(Dis" + "abled|Ig" + "nore)\\b");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sl" + "eep\\(");
    private static final Map<Path, List<String>> SOURCES = sources();

    @Test
    void noFileIsLongerThanFourHundredLines() {
        assertThat(SOURCES.entrySet().stream()
                        .filter(source -> source.getValue().size() > LONGEST_CLASS)
                        .filter(source -> !source.getKey().toString().contains("/src/test/"))
                        .map(source ->
                                source.getKey() + ": " + source.getValue().size()))
                .isEmpty();
    }

    @Test
    void noCommentIsTooLongForTheFormatterOrWasBrokenByIt() {
        assertThat(found((line, before) -> {
                    String text = line.strip();
                    boolean tooLong = text.startsWith("//") && line.length() > LONGEST_COMMENT;
                    // the formatter moves the tail of a long comment line to a line of its own
                    boolean broken = text.startsWith("///")
                            && before.strip().startsWith("///")
                            && !text.equals("///")
                            && !text.endsWith("}")
                            && before.length() >= 100
                            && text.split("\\s+").length <= 2
                            && !text.endsWith(".");
                    return tooLong || broken;
                }))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOpen() {
        assertThat(found((line, before) -> LEFT_OPEN.matcher(line).find())).isEmpty();
    }

    @Test
    void noTestIsSwitchedOffOrWaitsForLuck() {
        assertThat(found((line, before) -> SWITCHED_OFF.matcher(line).find()
                                || SLEEP.matcher(line).find())
                        .stream()
                        .filter(place -> place.contains("/src/test/")))
                .isEmpty();
    }

    @Test
    void nothingIsWrittenToTheConsole() {
        Pattern console = Pattern.compile("System\\.(out|err)\\b|printStack" + "Trace\\(");
        assertThat(found((line, before) -> console.matcher(line).find()).stream()
                        .filter(place -> place.contains("server/src/main"))
                        // it hands the console to the commands
                        .filter(place -> !place.contains("MonEspaceSante.java")))
                .isEmpty();
    }

    @Test
    void packagesAreNullMarked() {
        Map<Path, Boolean> marked = new TreeMap<>();
        SOURCES.forEach((path, lines) -> {
            boolean here = path.endsWith("package-info.java")
                    && lines.stream().anyMatch(line -> line.strip().equals("@NullMarked"));
            marked.merge(packageOf(path), here, Boolean::logicalOr);
        });
        assertThat(marked.entrySet().stream()
                        .filter(entry -> !entry.getValue())
                        .map(entry -> entry.getKey().toString()))
                .isEmpty();
    }

    /// One in the tests would come first on the class path: what a module may use would go unchecked.
    @Test
    void aPackageSpeaksForItselfOnceAndInTheMainSources() {
        Map<Path, Integer> times = new TreeMap<>();
        SOURCES.keySet().stream()
                .filter(path -> path.endsWith("package-info.java"))
                .forEach(path -> times.merge(packageOf(path), 1, Integer::sum));
        assertThat(times).allSatisfy((name, count) -> assertThat(count).isEqualTo(1));
    }

    /// The package's directory, the same for main and test sources of a module.
    private static Path packageOf(Path source) {
        return Path.of(
                source.toString().replaceFirst("/src/(main|test)/java", "").replaceFirst("/[^/]*$", ""));
    }

    private interface Rule {
        boolean broken(String line, String before);
    }

    private static List<String> found(Rule rule) {
        List<String> places = new ArrayList<>();
        SOURCES.forEach((path, lines) -> {
            String before = "";
            for (int i = 0; i < lines.size(); i++) {
                if (rule.broken(lines.get(i), before)) {
                    places.add(path + ":" + (i + 1) + " " + lines.get(i).strip());
                }
                before = lines.get(i);
            }
        });
        return places;
    }

    private static Map<Path, List<String>> sources() {
        Map<Path, List<String>> sources = new TreeMap<>();
        for (String module : List.of("server", "sandbox", "bench")) {
            Path directory = ROOT.resolve(module).resolve("src");
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                    sources.put(ROOT.relativize(file), Files.readAllLines(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }
}

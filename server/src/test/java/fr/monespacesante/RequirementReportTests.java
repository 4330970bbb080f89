package fr.monespacesante;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Writes which tests show which requirement to `target/requirements.md`. With `-Dmes.report=write` it renews the
/// committed `docs/requirements.md`, with `-Dmes.report=check` it fails when that one is out of date; with neither
/// it leaves it alone, so that a build changes no committed file by itself.
class RequirementReportTests {
    private static final Path IDS = Path.of("../docs/requirements.tsv");
    private static final Path COMMITTED = Path.of("../docs/requirements.md");
    private static final Path FRESH = Path.of("target/requirements.md");

    private static final Map<String, String> SENTENCES = sentences();
    private static final Map<String, Set<String>> TESTS = tests();

    @Test
    void everyRequirementATestNamesExists() {
        assertThat(SENTENCES.keySet()).containsAll(TESTS.keySet());
    }

    @Test
    void theReportSaysWhichRequirementsHaveTestsAndWhichHaveNone() throws IOException {
        String report = report();
        Files.createDirectories(Path.of("target"));
        Files.writeString(FRESH, report);
        assertThat(report).contains("| none |");
        switch (System.getProperty("mes.report", "")) {
            case "write" -> Files.writeString(COMMITTED, report);
            case "check" ->
                assertThat(COMMITTED)
                        .as("run RequirementReportTests with -Dmes.report=write and commit docs/requirements.md")
                        .hasContent(report);
            default -> assertThat(COMMITTED).exists();
        }
    }

    private static String report() {
        StringBuilder text = new StringBuilder();
        long shown = SENTENCES.keySet().stream().filter(TESTS::containsKey).count();
        text.append("# Requirements and the tests that show them\n\n")
                .append(
                        "Made by `RequirementReportTests` from `requirements.tsv` and the `@Requirement` on the tests of the")
                .append(" service: do not edit.\n")
                .append(
                        "A test beside an id shows a part of it, not always all of it; an id without a test is not built or")
                .append(" not shown yet.\n\n")
                .append("With tests: %d of %d.\n".formatted(shown, SENTENCES.size()));
        String group = "";
        for (Map.Entry<String, String> entry : SENTENCES.entrySet()) {
            String id = entry.getKey();
            String itsGroup = id.substring(0, id.indexOf('-'));
            if (!itsGroup.equals(group)) {
                group = itsGroup;
                text.append("\n## %s\n\n| id | requirement | tests |\n|---|---|---|\n".formatted(group));
            }
            Set<String> tests = TESTS.getOrDefault(id, Set.of());
            String named = tests.isEmpty() ? "none" : String.join(", ", tests);
            text.append("| %s | %s | %s |\n".formatted(id, entry.getValue(), named));
        }
        return text.toString();
    }

    private static Map<String, String> sentences() {
        try {
            Map<String, String> sentences = new java.util.LinkedHashMap<>();
            for (String line : Files.readAllLines(IDS)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split("\t", 2);
                    sentences.put(cells[0], cells[1]);
                }
            }
            return sentences;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// From id to the top-level classes whose tests name it.
    private static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("fr.monespacesante")) {
            if (!type.getName().matches(".*(Tests|Contract)(\\$.*)?")) {
                continue;
            }
            Class<?> reflected = type.reflect();
            String name = reflected.getName().replaceAll(".*\\.", "").replaceAll("\\$.*", "");
            note(tests, reflected, name);
            for (Method method : reflected.getDeclaredMethods()) {
                note(tests, method, name);
            }
        }
        return tests;
    }

    private static void note(Map<String, Set<String>> tests, AnnotatedElement element, String name) {
        List<Requirement> shown = new ArrayList<>(List.of(element.getAnnotationsByType(Requirement.class)));
        for (Requirement requirement : shown) {
            tests.computeIfAbsent(requirement.value(), id -> new TreeSet<>()).add("`" + name + "`");
        }
    }
}

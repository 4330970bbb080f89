package fr.monespacesante.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.sandbox.cast.Cast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The campaign file of the demonstration is what the page of the sandbox promises.
class CampaignFileTests {
    private static final int COLUMNS = 17;

    @Test
    void itHoldsTheCastFortyOthersAndThreeBadLines() throws IOException {
        List<String> lines = lines();
        assertThat(lines.getFirst().split(";", -1)).hasSize(COLUMNS);
        List<String> people = lines.subList(1, lines.size());
        assertThat(people).hasSize(47);
        assertThat(people.stream().filter(line -> !isGood(line))).hasSize(3);
    }

    @Test
    void everyoneOfTheCastIsInItWithTheSameNumbers() throws IOException {
        List<String> lines = lines();
        Cast.citizens()
                .forEach(citizen -> assertThat(lines)
                        .anySatisfy(line -> assertThat(line.split(";", -1))
                                .contains(citizen.ins(), citizen.birthName(), citizen.vitaleSerial(), citizen.email())
                                .contains(citizen.birthDate().toString(), citizen.birthPlace())));
    }

    @Test
    void goodLinesAreAboutDifferentPeopleWhoAgreeWithTheirNumber() throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> departments = new HashSet<>();
        for (String line : lines().subList(1, lines().size())) {
            if (isGood(line)) {
                String[] cells = line.split(";", -1);
                assertThat(seen.add(cells[0])).isTrue();
                assertThat(cells[0]).startsWith(cells[6].equals("F") ? "2" : "1");
                assertThat(cells[0].substring(1, 5)).isEqualTo(cells[7].substring(2, 4) + cells[7].substring(5, 7));
                assertThat(cells[0].substring(5, 10)).isEqualTo(cells[8]);
                assertThat(cells[13]).matches("|\\S+@courriel\\.test");
                departments.add(cells[11].substring(0, 2));
            }
        }
        assertThat(departments).containsExactlyInAnyOrder("31", "43", "13");
    }

    private static boolean isGood(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            return false;
        }
        try {
            LocalDate.parse(cells[7]);
        } catch (DateTimeException e) {
            return false;
        }
        String digits =
                cells[0].substring(0, 13).replaceFirst("^(.{5})2A", "$119").replaceFirst("^(.{5})2B", "$118");
        return "%02d".formatted(97 - Long.parseLong(digits) % 97).equals(cells[0].substring(13));
    }

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Sandbox.class.getResourceAsStream("/campaign/demo.csv"), "the file")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

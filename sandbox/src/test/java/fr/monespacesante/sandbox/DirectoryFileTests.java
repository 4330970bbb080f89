package fr.monespacesante.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.sandbox.cast.Cast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The file of the national directory of professionals holds the whole cast.
class DirectoryFileTests {
    @Test
    void everyProfessionalOfTheCastIsInItAtEachPlaceOfWork() throws IOException {
        List<String> lines = lines();
        Cast.professionals()
                .forEach(professional -> professional
                        .activities()
                        .forEach(activity -> assertThat(lines)
                                .anySatisfy(line -> assertThat(line.split("\\|", -1))
                                        .contains(
                                                professional.rpps(),
                                                professional.familyName(),
                                                professional.givenName())
                                        .contains(professional.profession(), professional.skill())
                                        .contains(
                                                activity.structure().id(),
                                                activity.structure().name()))));
    }

    @Test
    void everyLineHasAsManyCellsAsTheHeader() throws IOException {
        int columns = lines().getFirst().split("\\|", -1).length;
        assertThat(lines()).allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(columns));
    }

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Sandbox.class.getResourceAsStream("/directory/professionals.txt"), "the file")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

package fr.monespacesante.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import fr.monespacesante.kernel.Rpps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class HealthDirectoryModuleTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String HEADER = "Type d'identifiant PP|Identifiant PP|Code civilité d'exercice|Nom d'exercice"
            + "|Prénom d'exercice|Code profession|Code savoir-faire|Numéro FINESS site|Raison sociale site"
            + "|Libellé commune (coord. structure)|";
    private static final Rpps LEFEVRE = new Rpps("10001234567");

    private final HealthDirectory directory =
            new HealthDirectory(DATABASE.client(), new NamedParameterJdbcTemplate(DATABASE.application()));

    @BeforeEach
    void empty() {
        DATABASE.client().sql("delete from identity.professional").update();
        DATABASE.client().sql("delete from identity.directory_file").update();
    }

    private static String line(String rpps, String family, String given, String profession, String place) {
        return "8|" + rpps + "|" + (profession.equals("10") ? "DR" : "") + "|" + family + "|" + given + "|" + profession
                + "|" + (profession.equals("10") ? "SM26" : "") + "|310012345|" + place + "|Toulouse|";
    }

    private DirectoryFile.Result read(StringWriter report, String... lines) throws IOException {
        String text = HEADER + "\r\n" + String.join("\n", lines) + "\n";
        return file(Path.of("none")).read(new BufferedReader(new StringReader(text)), report);
    }

    private DirectoryFile file(Path path) {
        return new DirectoryFile(
                directory,
                new DirectoryProperties(path),
                DATABASE.client(),
                DATABASE.transactions(),
                Clock.systemUTC());
    }

    @Test
    @Requirement("ACC-04")
    void aNameIsFoundByItsBeginningWithoutAccentsOrCapitals() throws IOException {
        read(
                new StringWriter(),
                line("10001234567", "LEFÈVRE", "Antoine", "10", "Cabinet médical des Tilleuls"),
                line("10008889990", "Lefèvre", "Amélie", "10", "Centre hospitalier de la Garonne"),
                line("10009990019", "MARTIN-DURAND", "Claire", "70", "Cabinet"),
                line("10009990027", "ŒUVRARD", "Joëlle", "50", "Cabinet"));
        assertThat(directory.search("lefevre ant")).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("Dr Antoine LEFÈVRE");
            assertThat(found.isDoctor()).isTrue();
            assertThat(found.calling()).containsIgnoringCase("médecine générale");
            assertThat(found.structureId()).isEqualTo("1310012345");
        });
        assertThat(directory.search("LEF")).hasSize(2);
        assertThat(directory.search("durand")).hasSize(1).noneMatch(Professional::isDoctor);
        assertThat(directory.search("oeuv joe")).hasSize(1);
        assertThat(directory.search("l")).isEmpty();
        assertThat(directory.search("' & | ! :* \\ )(")).isEmpty();
        assertThat(directory.search("tilleuls")).isEmpty();
        assertThat(directory.find(LEFEVRE)).isPresent();
        assertThat(directory.find(List.of(LEFEVRE, new Rpps("10000000000")))).containsOnlyKeys(LEFEVRE);
    }

    @Test
    void badLinesAreReportedByNumberAndTheOthersKeptOnce() throws IOException {
        StringWriter report = new StringWriter();
        String[] lines = {
            line("10001234567", "LEFÈVRE", "Antoine", "10", "Cabinet médical des Tilleuls"),
            line("10001234567", "LEFÈVRE", "Antoine", "10", "Centre hospitalier de la Garonne"),
            line("123", "SECRETNAME", "Jean", "10", "x"),
            "8|10001234568|DR",
            line("10001234569", "SECRETNAME", "Jean", "999", "x"),
            ""
        };
        DirectoryFile.Result first = read(report, lines);
        assertThat(first.changed()).isEqualTo(1);
        assertThat(first.refused()).isEqualTo(3);
        assertThat(report.toString().lines())
                .extracting(line -> line.split(":")[0])
                .containsExactly("4", "5", "6");
        assertThat(report.toString()).doesNotContain("SECRETNAME");
        assertThat(directory.find(LEFEVRE).orElseThrow().structureName()).isEqualTo("Cabinet médical des Tilleuls");
        assertThat(read(new StringWriter(), lines).changed()).isZero();
    }

    @Test
    void atMostTwentyAreShown() throws IOException {
        String[] many = new String[45];
        for (int i = 0; i < many.length; i++) {
            many[i] = line("100012340%02d".formatted(i), "MOREAU", "Jean", "10", "Cabinet");
        }
        read(new StringWriter(), many);
        assertThat(directory.search("moreau")).hasSize(20);
    }

    @Test
    void aFileIsReadAgainWhenItChangesAndOnlyThen(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("professionals.txt");
        DirectoryFile file = file(path);
        file.look();
        assertThat(directory.find(LEFEVRE)).isEmpty();
        write(path, HEADER + "\n" + line("10001234567", "LEFÈVRE", "Antoine", "10", "Tilleuls") + "\n", 60);
        file.look();
        assertThat(directory.find(LEFEVRE)).isPresent();
        DATABASE.client().sql("delete from identity.professional").update();
        file.look();
        assertThat(directory.find(LEFEVRE)).isEmpty();
        write(path, HEADER + "\n" + line("10001234567", "LEFÈVRE", "Antoine", "10", "Garonne") + "\n", 30);
        file.look();
        assertThat(directory.find(LEFEVRE).orElseThrow().structureName()).isEqualTo("Garonne");
        write(path, "not a directory at all\n", 20);
        file.look();
        assertThat(directory.find(LEFEVRE)).isPresent();
        assertThat(folder.resolve("professionals.txt.report")).content().contains("header");
    }

    @Test
    void whoSignsInIsKnownAndTheNationalDirectoryHasTheLastWord() throws IOException {
        Professional signedIn = new Professional(
                LEFEVRE, "DR", "LEFEVRE", "Antoine", "10", "SM26", "1310012345", "As the sign-in says", "");
        directory.seen(signedIn);
        assertThat(directory.find(LEFEVRE)).contains(signedIn);
        read(new StringWriter(), line("10001234567", "LEFÈVRE", "Antoine", "10", "As the directory says"));
        directory.seen(signedIn);
        assertThat(directory.find(LEFEVRE).orElseThrow().structureName()).isEqualTo("As the directory says");
    }

    private static void write(Path path, String text, int secondsAgo) throws IOException {
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
    }
}

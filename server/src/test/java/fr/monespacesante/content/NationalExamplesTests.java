package fr.monespacesante.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The example documents of the national specifications, when they lie beside the project (they are not
/// part of it).
class NationalExamplesTests {
    private static final Path FOLDER = Path.of(System.getProperty("mes.national-examples", "../../shared/data/cda"));

    private final DocumentContents contents = new DocumentContents(ContentLimits.defaults());

    @Test
    void theNationalExamplesAreThereOrThisIsSkipped() {
        assumeTrue(Files.isDirectory(FOLDER), "the national examples are not here: their tests are skipped");
        assertThat(examples()).isNotEmpty();
    }

    @TestFactory
    @Requirement("DOC-05")
    @Requirement("DOC-14")
    @Requirement("DOC-15")
    Stream<DynamicTest> eachNationalExampleReads() {
        return examples().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> reads(file)));
    }

    private void reads(Path file) throws IOException {
        Outcome<Inspected> outcome = contents.inspect(Files.readAllBytes(file), "text/xml");
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Inspected inspected = ((Outcome.Done<Inspected>) outcome).value();
        CdaDocument cda = inspected.cda().orElseThrow();
        CdaHeader header = cda.header();

        assertThat(header.uniqueId()).isNotEmpty();
        assertThat(header.type().code()).isNotEmpty();
        assertThat(header.title()).isNotEmpty();
        assertThat(header.created().moment()).isPresent();
        assertThat(header.confidentiality().code()).isEqualTo("N");
        // some examples carry an invented number with a wrong key, so its shape alone is checked here
        assertThat(header.patient().national().extension()).hasSize(15);
        assertThat(header.patient().authority()).isPresent();
        assertThat(header.patient().birthFamilyName()).isNotEmpty();
        assertThat(header.patient().birthGivenNames()).isNotEmpty();
        assertThat(header.patient().birthDate().date()).isPresent();
        assertThat(header.authors()).isNotEmpty();
        assertThat(header.custodian().exists()).isTrue();
        assertThat(header.legalAuthenticator()).isPresent();
        assertThat(SearchWords.of(inspected.searchableText()).words()).hasSizeGreaterThan(9);

        switch (cda.body()) {
            case CdaBody.Encapsulated(String mimeType, Payload payload) -> {
                assertThat(mimeType).isEqualTo("application/pdf");
                assertThat(payload.bytes()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            case CdaBody.Structured(List<CdaSection> sections) -> {
                assertThat(sections).isNotEmpty();
                assertThat(blocks(sections)).isPositive();
                if (header.type().code().equals("11502-2")) {
                    assertThat(cda.results()).isNotEmpty();
                }
            }
        }
    }

    private static long blocks(List<CdaSection> sections) {
        return sections.stream()
                .mapToLong(section -> section.blocks().size() + blocks(section.subsections()))
                .sum();
    }

    private static List<Path> examples() {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

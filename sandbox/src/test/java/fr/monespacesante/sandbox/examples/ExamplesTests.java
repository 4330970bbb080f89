package fr.monespacesante.sandbox.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ExamplesTests {
    private static final List<Example> CLAIRES = Examples.forPatient(Cast.CLAIRE);

    @TempDir
    private Path folder;

    @Test
    void everyKindOfDocumentIsThere() {
        assertThat(CLAIRES)
                .extracting(Example::typeCode)
                .contains("11502-2", "18748-4", "57833-6", "11490-0", "87273-9", "SYNTH", "11488-4");
        assertThat(CLAIRES)
                .extracting(Example::contentType)
                .contains(
                        "text/xml",
                        "application/pdf",
                        "image/jpeg",
                        "image/png",
                        "image/tiff",
                        "text/plain",
                        "text/rtf");
        assertThat(CLAIRES).allSatisfy(e -> assertThat(e.bytes()).hasSizeBetween(100, 3_000_000));
        assertThat(CLAIRES).extracting(Example::name).doesNotHaveDuplicates();
    }

    @Test
    void everyClinicalDocumentIsWellFormedAndNamesItsPatient() throws Exception {
        for (Person person : Cast.citizens()) {
            for (Example example : Examples.forPatient(person)) {
                if (example.isCda()) {
                    Document cda = parsed(example.bytes());
                    String id = "//*[local-name()='patientRole']/*[local-name()='id']";
                    assertThat(value(cda, id + "/@extension")).isEqualTo(person.ins());
                    assertThat(value(cda, id + "/@root")).isEqualTo(Person.TEST_AUTHORITY);
                    assertThat(value(cda, "//*[local-name()='birthTime']/@value"))
                            .isEqualTo(person.birthDate().toString().replace("-", ""));
                    assertThat(value(cda, "//*[local-name()='family' and @qualifier='BR']"))
                            .isEqualTo(person.birthName());
                    assertThat(value(cda, "//*[local-name()='birthplace']//*[local-name()='county']"))
                            .isEqualTo(person.birthplace());
                    assertThat(value(cda, "/*/*[local-name()='code']/@code")).isEqualTo(example.typeCode());
                    assertThat(value(cda, "/*/*[local-name()='title']")).isEqualTo(example.title());
                }
            }
        }
    }

    @Test
    void theHeaderSaysWhoWroteItWhoKeepsItAndWhere() throws Exception {
        Document cda = parsed(named("biologie-2026-03-12.xml").bytes());
        assertThat(value(cda, "//*[local-name()='assignedAuthor']/*[local-name()='id']/@extension"))
                .isEqualTo("810005556667");
        assertThat(value(cda, "//*[local-name()='representedCustodianOrganization']/*[local-name()='id']/@extension"))
                .isEqualTo("1310098765");
        assertThat(value(cda, "//*[local-name()='healthCareFacility']/*[local-name()='code']/@code"))
                .isEqualTo("SA25");
        assertThat(value(cda, "//*[local-name()='standardIndustryClassCode']/@code"))
                .isEqualTo("AMBULATOIRE");
        assertThat(value(cda, "//*[local-name()='legalAuthenticator']//*[local-name()='id']/@root"))
                .isEqualTo("1.2.250.1.71.4.2.1");
        assertThat(value(cda, "/*/*[local-name()='effectiveTime']/@value")).matches("20260312\\d{6}\\+0100");
        assertThat(value(cda, "/*/*[local-name()='id']/@root")).matches("2\\.25\\.\\d{30,39}");
    }

    @Test
    void identifiersAreStableWithinARunAndNewInAnother() throws Exception {
        Set<String> ids = new HashSet<>();
        for (String run : List.of("one", "two")) {
            for (Person person : Cast.citizens()) {
                for (Example example : Examples.forPatient(person, run)) {
                    if (example.isCda()) {
                        assertThat(ids.add(value(parsed(example.bytes()), "/*/*[local-name()='id']/@root")))
                                .isTrue();
                    }
                }
            }
        }
        List<Example> again = Examples.forPatient(Cast.CLAIRE);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).bytes())
                    .as(again.get(i).name())
                    .isEqualTo(CLAIRES.get(i).bytes());
        }
    }

    @Test
    void resultsOutOfRangeAreMarkedInTheTableAndInTheEntry() throws Exception {
        Document cda = parsed(named("biologie-2026-03-12.xml").bytes());
        String hemoglobin = "//*[local-name()='observation'][*[local-name()='code']/@code='718-7']";
        assertThat(value(cda, hemoglobin + "/*[local-name()='interpretationCode']/@code"))
                .isEqualTo("L");
        assertThat(value(cda, hemoglobin + "//*[local-name()='low']/@value")).isEqualTo("12.0");
        assertThat(value(cda, "//*[local-name()='tr'][.//*[@ID='r-718-7']]")).contains("10,9 (bas)");
        Document later = parsed(named("biologie-2026-11-03.xml").bytes());
        assertThat(value(later, hemoglobin + "/*[local-name()='interpretationCode']/@code"))
                .isEqualTo("N");
    }

    @Test
    void pdfsCanBeReadAndSearched() throws Exception {
        try (var pdf = Loader.loadPDF(named("compte-rendu-consultation.pdf").bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Fraction d'éjection", "Claire MARTIN-DURAND");
        }
        for (String name : List.of("imagerie-radio-thorax.xml", "imagerie-scanner-niveau-1.xml")) {
            String inside = value(parsed(named(name).bytes()), "//*[@representation='B64']");
            try (var pdf = Loader.loadPDF(Base64.getDecoder().decode(inside))) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("pneumopathie");
            }
        }
    }

    @Test
    void picturesAreSheetsOfPaper() throws IOException {
        for (String name : List.of("ordonnance-photo.jpg", "ordonnance.png", "courrier-numerise.tiff")) {
            var image = ImageIO.read(new ByteArrayInputStream(named(name).bytes()));
            assertThat(image).as(name).isNotNull();
            assertThat(image.getHeight()).isGreaterThan(image.getWidth()).isGreaterThan(700);
        }
    }

    @Test
    void anyDayHasItsReport() throws Exception {
        Example report = Examples.biology(Cast.MARCEL, LocalDate.of(2025, 1, 31), "load-17");
        assertThat(value(parsed(report.bytes()), "/*/*[local-name()='effectiveTime']/@value"))
                .startsWith("20250131");
    }

    @Test
    void rubbishIsSmall() {
        assertThat(Examples.rubbish())
                .hasSizeGreaterThan(12)
                .allSatisfy(e -> assertThat(e.bytes()).as(e.name()).hasSizeLessThan(600_000));
    }

    @Test
    void theCommandWritesAFolderForEachPerson() throws IOException {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(ExamplesCommand.run(List.of(folder.toString(), "--rubbish"), silent))
                .isZero();
        assertThat(folder.resolve("claire/biologie-2026-03-12.xml")).exists();
        assertThat(folder.resolve("claire/284053155512379_note.txt")).exists();
        assertThat(folder.resolve("rubbish/entity-bomb.xml")).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(5);
        }
        assertThat(ExamplesCommand.run(List.of(), silent)).isEqualTo(2);
    }

    private static Example named(String name) {
        return CLAIRES.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    private static Document parsed(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String value(Document document, String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, document);
    }
}

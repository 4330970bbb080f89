package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.laboratory.ProvideBundle;
import fr.monespacesante.sandbox.laboratory.SourceDocument;
import fr.monespacesante.sandbox.laboratory.SourceReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/// The example documents of the national specifications, where they are at hand.
class NationalDocumentsJourneyTests extends FhirTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("mes.national-examples", "../../shared/data/cda"));

    @Test
    @Requirement("DOC-03")
    void everyNationalExampleIsDepositedListedAndOpened() throws IOException {
        assumeTrue(Files.isDirectory(EXAMPLES), "the national examples are not here: " + EXAMPLES);
        SourceReader reader = new SourceReader(
                new SourceReader.Defaults(null, InsAuthority.TEST.oid(), "11502-2", null, null, Cast.BIOLOGIST));
        Map<String, Holder> holders = new HashMap<>();
        List<String> problems = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(EXAMPLES)) {
            files = all.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        int kept = 0;
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            SourceDocument document = read(reader, file, content);
            if (Ins.parse(document.subject().ins()).isEmpty()) {
                // some examples carry an invented INS with a wrong key: refused as such, then sent with the right one
                Bundle wrong = ProvideBundle.of(document, content, Instant.now());
                assertThat(refused(post("", wrong)).problem())
                        .as(file.toString())
                        .isEqualTo("INS_INVALID");
                String written = document.subject().ins();
                String right = written.substring(0, 13) + Ins.keyOf(written.substring(0, 13));
                content = new String(content, StandardCharsets.UTF_8)
                        .replace(written, right)
                        .getBytes(StandardCharsets.UTF_8);
                document = read(reader, file, content);
            }
            SourceDocument sent = document;
            // the examples give one number to several people: each has the space in turn
            Person person = person(sent.subject());
            Holder holder = holders.containsKey(sent.subject().ins())
                    ? becomes(holders.get(sent.subject().ins()), person)
                    : holder(person, "ACTIVATED");
            holders.put(sent.subject().ins(), holder);
            Bundle bundle = ProvideBundle.of(document, content, Instant.now());
            HttpResponse<String> answer = post("", bundle);
            if (answer.statusCode() != 200) {
                problems.add(file.getFileName() + ": " + answer.body());
                continue;
            }
            kept++;
            agreed(holder, DOCTOR);
            String url = answer.body().replaceAll("(?s).*\"(Binary/[a-z0-9]+)\".*", "$1");
            assertThat(get(
                                    DOCTOR,
                                    search(
                                            holder,
                                            "&identifier=urn:oid:"
                                                    + document.uniqueId().replace("^", "%5E")))
                            .body())
                    .as(file.toString())
                    .contains("\"total\":1");
            assertThat(get(DOCTOR, "/" + url).headers().firstValueAsLong("Content-Length"))
                    .hasValue(content.length);
        }
        assertThat(problems).isEmpty();
        assertThat(kept).isEqualTo(files.size());
    }

    private static SourceDocument read(SourceReader reader, Path file, byte[] content) throws IOException {
        return reader.read(String.valueOf(file.getFileName()), content, LocalDate.of(2026, 10, 1));
    }

    private static Person person(SourceDocument.Subject subject) {
        LocalDate born = subject.birthDate() == null ? LocalDate.of(1980, 1, 1) : subject.birthDate();
        return new Person(
                Ins.of(subject.ins()),
                InsAuthority.ofOid(subject.authority()).orElse(InsAuthority.TEST),
                subject.family().isEmpty() ? "INCONNU" : subject.family(),
                List.of(subject.given().isEmpty() ? "Prénom" : subject.given()),
                subject.family().isEmpty() ? "INCONNU" : subject.family(),
                subject.given().isEmpty() ? "Prénom" : subject.given(),
                Sex.ofLetter(subject.sex()).orElse(Sex.INDETERMINATE),
                born,
                "99999");
    }
}

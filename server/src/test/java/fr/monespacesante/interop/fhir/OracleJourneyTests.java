package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Oracle;
import fr.monespacesante.access.Situations;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.OracleDocuments;
import fr.monespacesante.record.OracleDocuments.Known;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The oracle at the real door: what professionals find and open through FHIR, in a large sample of all the ways a
/// citizen's wishes can stand, is what the tables say, and not a document more or less.
class OracleJourneyTests extends FhirTest {
    private static final int SITUATIONS = 120;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> PROFESSIONS = Map.of(DOCTOR, "10", NURSE, "60");

    @Autowired
    private Deposits deposits;

    @Autowired
    private Consents consents;

    @Autowired
    private Wishes wishes;

    private final Oracle entering = Oracle.entering();
    private final Oracle seeing = Oracle.seeing();
    private int decisions;

    @Test
    @Requirement("ACC-01")
    @Requirement("ACC-02")
    @Requirement("ACC-03")
    @Requirement("ACC-04")
    @Requirement("ACC-05")
    @Requirement("ACC-06")
    @Requirement("ACC-11")
    @Requirement("ACC-12")
    void professionalsFindWhatTheOracleSaysInEverySituationOfALargeSample() {
        Holder holder = holder();
        List<Known> documents = new OracleDocuments(doors, deposits, this.documents).deposit(holder.space());
        Situations situations = new Situations(doors, consents, wishes, blocks);
        Random random = new Random(20261121);
        for (int i = 0; i < SITUATIONS; i++) {
            String rpps = random.nextBoolean() ? DOCTOR : NURSE;
            Map<String, String> situation = Situations.drawn(random, PROFESSIONS.getOrDefault(rpps, ""));
            Known ruled = documents.get(random.nextInt(documents.size()));
            situations.arrange(holder.citizen(), new Rpps(rpps), situation, ruled.series());
            compare(holder, rpps, situation, documents, ruled, random);
        }
        assertThat(decisions).isGreaterThan(2_000);
    }

    private void compare(
            Holder holder,
            String rpps,
            Map<String, String> situation,
            List<Known> documents,
            Known ruled,
            Random random) {
        String right = entering.answer(situation);
        HttpResponse<String> found = get(rpps, situation, search(holder, "&_count=100"));
        boolean in = found.statusCode() == 200;
        if (!in) {
            assertThat(refused(found).problem()).as("%s", situation).isEqualTo(right);
        }
        Set<String> expected = new HashSet<>();
        if (in) {
            for (Known document : documents) {
                if (document.seen(seeing, situation, right, rpps, ruled)) {
                    expected.add(fhirId(holder, document));
                }
            }
            assertThat(ids(found)).as("%s %s", rpps, situation).containsExactlyInAnyOrderElementsOf(expected);
        }
        decisions += documents.size();
        for (int i = 0; i < 3; i++) {
            Known document = documents.get(random.nextInt(documents.size()));
            Map<String, String> reading = new HashMap<>(situation);
            reading.put("act", "read");
            String readingRight = entering.answer(reading);
            HttpResponse<String> read = get(rpps, situation, "/DocumentReference/" + fhirId(holder, document));
            boolean opened = Set.of("CONSENT", "CARE_TEAM", "TREATING_DOCTOR", "EMERGENCY", "AUTHOR")
                            .contains(readingRight)
                    && document.seen(seeing, reading, readingRight, rpps, ruled);
            assertThat(read.statusCode() == 200)
                    .as("%s %s %s: %s", rpps, reading, document, read.statusCode())
                    .isEqualTo(opened);
            decisions++;
        }
    }

    private HttpResponse<String> get(String rpps, Map<String, String> situation, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(fhir() + path)).header("Authorization", "Bearer " + token(rpps));
        switch (situation.getOrDefault("purpose", "")) {
            case "emergency" ->
                request.header("X-Mode-Acces", "bris_de_glace").header("X-Mode-Acces-Raison", "found unconscious");
            default -> request.header("X-Mode-Acces", "normal");
        }
        return send(HTTP, request);
    }

    private static String fhirId(Holder holder, Known document) {
        return FhirIds.of(holder.space(), document.id().value());
    }

    private static Set<String> ids(HttpResponse<String> answer) {
        Bundle found = FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
        return found.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }
}

package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Oracle;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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

    /// A document, and what the tables ask of it but for who looks.
    private record Known(String id, UUID series, String author, Map<String, String> traits) {}

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
        List<Known> documents = documents(holder);
        Random random = new Random(20261121);
        for (int i = 0; i < SITUATIONS; i++) {
            String rpps = random.nextBoolean() ? DOCTOR : NURSE;
            Map<String, String> situation = situation(random, PROFESSIONS.getOrDefault(rpps, ""));
            Known ruled = documents.get(random.nextInt(documents.size()));
            arrange(holder, rpps, situation, ruled);
            compare(holder, rpps, situation, documents, ruled, random);
        }
        assertThat(decisions).isGreaterThan(2_000);
    }

    private static Map<String, String> situation(Random random, String profession) {
        Map<String, String> situation = new HashMap<>();
        situation.put("who", "professional");
        situation.put("state", "ACTIVATED");
        situation.put("act", "list");
        situation.put("minor", "no");
        situation.put("profession", profession);
        situation.put("purpose", one(random, "care", "care", "emergency"));
        situation.put("blocked", one(random, "no", "no", "no", "no", "no", "yes"));
        situation.put("agreement", one(random, "none", "consultation", "team", "team"));
        situation.put("treating", profession.equals("10") ? one(random, "no", "no", "yes") : "no");
        situation.put("others", one(random, "yes", "yes", "no"));
        situation.put("samu", "yes");
        situation.put("masked", one(random, "yes", "no"));
        situation.put("rule", one(random, "none", "shown", "hidden"));
        return situation;
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
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
                if (sees(situation, right, rpps, document, ruled)) {
                    expected.add(document.id());
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
            HttpResponse<String> read = get(rpps, situation, "/DocumentReference/" + document.id());
            boolean opened = Set.of("CONSENT", "CARE_TEAM", "TREATING_DOCTOR", "EMERGENCY", "AUTHOR")
                            .contains(readingRight)
                    && sees(reading, readingRight, rpps, document, ruled);
            assertThat(read.statusCode() == 200)
                    .as("%s %s %s: %s", rpps, reading, document, read.statusCode())
                    .isEqualTo(opened);
            decisions++;
        }
    }

    private boolean sees(Map<String, String> situation, String right, String rpps, Known document, Known ruled) {
        Map<String, String> all = new HashMap<>(situation);
        all.putAll(document.traits());
        all.put("in", right);
        all.put("author", document.author().equals(rpps) ? "yes" : "no");
        all.put("rule", document.equals(ruled) ? situation.getOrDefault("rule", "none") : "none");
        return seeing.answer(all).equals("yes");
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

    private static Set<String> ids(HttpResponse<String> answer) {
        Bundle found = FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
        return found.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    // the citizen's wishes

    private void arrange(Holder holder, String rpps, Map<String, String> situation, Known ruled) {
        Rpps professional = new Rpps(rpps);
        Rights.Named named = new Rights.Named(
                rpps, "Un professionnel", situation.getOrDefault("profession", ""), "Cabinet", Instant.now());
        inside(holder, Act.RightsChange.UNBLOCK, visit -> blocks.unblock(visit, professional));
        Rights now = inside(
                holder,
                Act.RightsChange.SET_EMERGENCIES,
                visit -> wishes.emergencies(
                        visit, yes(situation, "others"), yes(situation, "samu"), yes(situation, "masked")));
        for (Rights.Consent consent : now.consents()) {
            inside(holder, Act.RightsChange.END_CONSENT, visit -> consents.end(visit, consent.id()));
        }
        if (now.treatingDoctor() != null) {
            inside(holder, Act.RightsChange.WITHDRAW_TREATING_DOCTOR, wishes::withdrawTreatingDoctor);
        }
        for (Rights.DocumentRule rule : now.documentRules()) {
            Rpps other = new Rpps(rule.professional().rpps());
            inside(holder, Act.RightsChange.FORGET_ONE, visit -> wishes.forget(visit, rule.series(), other));
        }
        agree(holder.space(), professional, situation);
        if (yes(situation, "treating")) {
            inside(holder, Act.RightsChange.NAME_TREATING_DOCTOR, visit -> wishes.nameTreatingDoctor(visit, named));
        }
        if (!situation.getOrDefault("rule", "none").equals("none")) {
            boolean shown = situation.getOrDefault("rule", "none").equals("shown");
            inside(
                    holder,
                    shown ? Act.RightsChange.SHOW_TO_ONE : Act.RightsChange.HIDE_FROM_ONE,
                    visit -> wishes.decideFor(visit, ruled.series(), named, shown, Optional.empty()));
        }
        if (yes(situation, "blocked")) {
            inside(holder, Act.RightsChange.BLOCK, visit -> blocks.block(visit, professional, "Un tel", false));
            // What a block takes away with it is gone: the tables need not know.
        }
    }

    private void agree(SpaceId space, Rpps rpps, Map<String, String> situation) {
        String agreement = situation.getOrDefault("agreement", "none");
        if (agreement.equals("none")) {
            return;
        }
        Act.DeclareConsent act = new Act.DeclareConsent(
                agreement.equals("team") ? Optional.of(Instant.now().plusSeconds(3600)) : Optional.empty());
        Outcome<Rights.Consent> agreed =
                doors.enter(professional(rpps), space, act, visit -> consents.declare(visit, act));
        assertThat(agreed).isInstanceOf(Outcome.Done.class);
    }

    private static boolean yes(Map<String, String> situation, String dimension) {
        return situation.getOrDefault(dimension, "no").equals("yes");
    }

    private Rights inside(
            Holder holder,
            Act.RightsChange what,
            java.util.function.Function<fr.monespacesante.access.Visit, Outcome<Rights>> body) {
        return inside(holder, new Act.ChangeRights(what), body);
    }

    private static Caller.Professional professional(Rpps rpps) {
        return new Caller.Professional(
                rpps,
                "Un professionnel",
                PROFESSIONS.getOrDefault(rpps.value(), "10"),
                Optional.empty(),
                Optional.empty(),
                "Cabinet",
                new Caller.Purpose.Care(),
                "FHIR");
    }

    // the documents

    private List<Known> documents(Holder holder) {
        List<Known> documents = new ArrayList<>();
        for (String type : List.of("11502-2", "ATTEST-RESID")) {
            for (String author : List.of(DOCTOR, NURSE, "10003334445")) {
                for (boolean hidden : List.of(false, true)) {
                    for (boolean announced : List.of(true, false)) {
                        documents.add(deposit(holder, type, author, hidden, announced));
                    }
                }
            }
        }
        return documents;
    }

    private Known deposit(Holder holder, String type, String author, boolean hidden, boolean announced) {
        Set<Mark> marks = new HashSet<>();
        if (hidden) {
            marks.add(Mark.MASQUE_PS);
        }
        if (!announced) {
            marks.add(Mark.INVISIBLE_PATIENT);
        }
        NewDocument wanted = new NewDocument(
                "urn:uuid:" + UUID.randomUUID(),
                new Code(type, "2.16.840.1.113883.6.1", ""),
                "Un document",
                null,
                Instant.now(),
                List.of(),
                null,
                null,
                "text/plain",
                new Code("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", ""),
                "fr-FR",
                "N",
                marks,
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var prepared = deposits.prepare(wanted, "Un texte".getBytes(StandardCharsets.UTF_8));
        Outcome<DocumentEntry> kept = prepared.then(ready -> doors.enter(
                professional(new Rpps(author)),
                holder.space(),
                new Act.DepositDocuments(Set.of(), marks),
                visit -> documents
                        .deposit(visit, new Documents.Submission("urn:uuid:" + UUID.randomUUID(), List.of(ready)))
                        .map(deposited -> deposited.getFirst().entry())));
        if (!(kept instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry))) {
            throw new AssertionError(kept.toString());
        }
        DocumentId id = entry.id();
        return new Known(
                FhirIds.of(holder.space(), id.value()),
                entry.series(),
                author,
                Map.of("type", type, "hidden", hidden ? "yes" : "no", "announced", announced ? "yes" : "no"));
    }
}

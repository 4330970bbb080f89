package fr.monespacesante.interop.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The documents of the earlier DMP come into the spaces (ENR-15).
class MigrationJourneyTests extends ServerTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static int serial = 100;

    @TempDir
    Path folder;

    @Autowired
    private Migration migration;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Doors doors;

    @Autowired
    private Documents documents;

    @Autowired
    private Directory directory;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Ids ids;

    private final List<ObjectNode> lines = new ArrayList<>();

    @Test
    @Requirement("ENR-15")
    void anEarlierRecordBecomesAnOpenSpaceWithAllItsDocuments() throws IOException {
        Ins ins = somebody();
        ObjectNode hidden = line(ins, "hidden.txt", "Compte rendu masqué");
        hidden.putArray("marks").add("MASQUE_PS");
        line(ins, "archived.txt", "Vieux bilan").put("archived", true);
        ObjectNode first = line(ins, "v1.txt", "Synthèse 2018").put("deprecated", true);
        line(ins, "v2.txt", "Synthèse 2019")
                .put("replaces", first.get("uniqueId").asString());
        ObjectNode mine = line(ins, "mine.txt", "Ajouté par moi");
        mine.putObject("source").put("kind", "CITIZEN").put("name", "Claire");

        Migration.Report report = run();

        assertThat(report).isEqualTo(new Migration.Report(5, 5, 0, 0, Map.of()));
        assertThat(report.complete()).isTrue();
        Space space = spaces.find(ins).orElseThrow();
        assertThat(space.state()).isEqualTo(SpaceState.OPEN);
        Map<String, DocumentEntry> all = all(space.id());
        assertThat(all).hasSize(5);
        DocumentEntry masked = entry(all, "Compte rendu masqué");
        assertThat(masked.marks()).containsExactly(Mark.MASQUE_PS);
        assertThat(masked.created()).isEqualTo(Instant.parse("2018-05-04T08:00:00Z"));
        assertThat(masked.arrivedAt()).isEqualTo(Instant.parse("2018-05-05T10:00:00Z"));
        assertThat(masked.uniqueId()).isEqualTo(hidden.get("uniqueId").asString());
        assertThat(masked.authors().getFirst().displayName()).isEqualTo("Antoine LEFÈVRE");
        assertThat(masked.source().channel()).isEqualTo("DMP");
        assertThat(entry(all, "Vieux bilan").archived()).isTrue();
        assertThat(entry(all, "Synthèse 2018").superseded()).isTrue();
        assertThat(entry(all, "Synthèse 2018").replacedBy())
                .isEqualTo(entry(all, "Synthèse 2019").id());
        assertThat(entry(all, "Synthèse 2019").superseded()).isFalse();
        assertThat(entry(all, "Ajouté par moi").facts().byHolder()).isTrue();
    }

    @Test
    @Requirement("ENR-15")
    @Requirement("OPS-02")
    void runTwiceIsOnceAndACrashInTheMiddleLosesAndDoublesNothing() throws IOException {
        for (int person = 0; person < 6; person++) {
            Ins ins = somebody();
            for (int i = 0; i < 4; i++) {
                line(ins, "p" + person + "-" + i + ".txt", "Document " + i);
            }
        }
        Migration.Report first = run();
        assertThat(first).isEqualTo(new Migration.Report(24, 24, 0, 0, Map.of()));
        long before = count();

        Path results = folder.resolve(MigrationJournal.NAME);
        String written = Files.readString(results);
        assertThat(run()).as("again").isEqualTo(first);
        assertThat(Files.readString(results)).isEqualTo(written);

        // as a kill leaves it: some results, the last of them cut; the documents of the rest were brought or not
        Files.writeString(results, written.substring(0, written.length() / 2 - 3));
        Migration.Report after = run();
        assertThat(after.complete()).isTrue();
        assertThat(after.migrated() + after.present()).isEqualTo(24);
        assertThat(after.present()).isPositive();
        assertThat(count()).isEqualTo(before);

        Files.delete(results);
        assertThat(run()).isEqualTo(new Migration.Report(24, 0, 24, 0, Map.of()));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @Requirement("ENR-15")
    void whatCannotBeBroughtIsListedWithItsReasonAndStopsNothing() throws IOException {
        Ins ins = somebody();
        line(ins, "good.txt", "Bon document");
        Files.delete(Path.of(folder + "/"
                + line(ins, "gone.txt", "Fichier absent").get("path").asString()));
        Files.writeString(
                Path.of(folder + "/"
                        + line(ins, "changed.txt", "Fichier changé").get("path").asString()),
                "other");
        line(ins, "a.txt", "Hors du dossier").put("path", "../../etc/passwd");
        line(ins, "b.txt", "Type inconnu").put("typeCode", "NO-SUCH-TYPE");
        line(ins, "c.txt", "Remplace l’inconnu").put("replaces", "urn:oid:9.9.9");
        line(ins, "d.txt", "Champ inconnu").put("surprise", "DURAND");
        line(ins, "e.txt", "Date illisible").put("created", "hier");
        ((ObjectNode) line(ins, "f.txt", "Mauvaise clé").get("patient"))
                .put("ins", ins.value().substring(0, 13) + "00");
        line(ins, "g.txt", "Marque inconnue").putArray("marks").add("INVISIBLE_TO_ALL");
        line(ins, "h.txt", "Dernier");

        Migration.Report report = run();

        assertThat(report.reasons())
                .containsOnlyKeys(
                        "FILE_MISSING",
                        "FILE_HASH_DIFFERS",
                        "TYPE_CODE_UNKNOWN",
                        "REPLACED_DOCUMENT_UNKNOWN",
                        "UNREADABLE surprise",
                        "UNREADABLE created",
                        "UNREADABLE patient.ins",
                        "UNREADABLE marks")
                .containsEntry("FILE_MISSING", 2L);
        assertThat(report.migrated()).isEqualTo(2);
        assertThat(report.complete()).isFalse();
        assertThat(all(spaces.find(ins).orElseThrow().id())).hasSize(2);
        for (String file : List.of(Migration.REPORT, Migration.SPACES, Migration.DIFFERENCES, MigrationJournal.NAME)) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .doesNotContain("DURAND")
                    .doesNotContain(ins.value())
                    .doesNotContain("Fichier absent");
        }
        assertThat(Files.readAllLines(folder.resolve(Migration.DIFFERENCES))).hasSize(1 + 9);
        assertThat(Files.readString(folder.resolve(Migration.REPORT))).contains("\"in\" : 11", "\"out\" : 2");
    }

    @Test
    @Requirement("ENR-15")
    @Requirement("ENR-04")
    void whoeverOpposedClosedOrMayStillOpposeIsNotMigratedAndListed() throws IOException {
        for (SpaceState state :
                List.of(SpaceState.OPPOSED, SpaceState.CLOSED, SpaceState.NOTIFIED, SpaceState.ACTIVATED)) {
            Ins ins = somebody();
            SpaceId id = new SpaceId(ids.next());
            new TestSpaces(DATABASE.client(), directory).add(id, person(ins, "1984-05-12"), state);
            line(ins, state + ".txt", "Document " + state);
        }
        Ins other = somebody();
        new TestSpaces(DATABASE.client(), directory)
                .add(new SpaceId(ids.next()), person(other, "1990-01-01"), SpaceState.OPEN);
        line(other, "other.txt", "Une autre personne");
        Migration.Report report = run();
        assertThat(report.migrated()).isEqualTo(1);
        assertThat(report.reasons())
                .isEqualTo(
                        Map.of("SPACE_OPPOSED", 1L, "SPACE_CLOSED", 1L, "SPACE_NOTIFIED", 1L, "IDENTITY_DIFFERS", 1L));
    }

    /// The health insurance announces everybody sooner or later, those too who have a space by migration.
    @Test
    @Requirement("ENR-15")
    @Requirement("ENR-01")
    void aCampaignBringsAMigratedPersonUpToDate() throws IOException {
        Ins ins = somebody();
        line(ins, "one.txt", "Un document");
        run();
        String header =
                "ins;ins_oid;birth_family_name;birth_given_names;used_family_name;used_given_name;sex;birth_date;"
                        + "birth_place_cog;scheme;address_lines;postal_code;city;email;phone;vitale_serial;representatives\n";
        String campaign = header + ins.value()
                + ";1.2.250.1.213.1.4.10;DURAND;Claire;MARTIN-DURAND;Claire;F;1984-05-12;31555;01;12 rue des Lilas;31000;"
                + "Toulouse;;;12345678901;\n";
        Campaigns.Result result = campaigns.importFile(
                new ByteArrayInputStream(campaign.getBytes(StandardCharsets.UTF_8)), new StringWriter());
        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.added() + result.refused()).isZero();
        assertThat(spaces.find(ins).orElseThrow().state()).isEqualTo(SpaceState.OPEN);
        assertThat(spaces.find(ins).orElseThrow().person().usedFamilyName()).isEqualTo("MARTIN-DURAND");
    }

    @Test
    @Requirement("ENR-15")
    void theTaskHasNoRightButToDeposit() throws IOException {
        Ins ins = somebody();
        line(ins, "one.txt", "Un document");
        run();
        Caller task = new Caller.Service(Caller.Service.Task.MIGRATION);
        DocumentId any = new DocumentId(ids.next());
        for (Act act : List.of(
                new Act.ListDocuments(),
                new Act.ReadDocument(any),
                new Act.ChangeDocument(any),
                new Act.DeleteDocument(any),
                new Act.ReadRights(),
                new Act.ReadHistory(),
                new Act.VerifySpace(),
                new Act.AskErasure())) {
            assertThat(doors.enter(task, ins, act, visit -> Outcome.done("in")))
                    .as(act.code())
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    private Migration.Report run() throws IOException {
        Files.writeString(
                folder.resolve(Migration.MANIFEST),
                lines.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n")));
        return migration.run(folder, done -> {});
    }

    private Map<String, DocumentEntry> all(SpaceId space) {
        Outcome<Map<String, DocumentEntry>> all = doors.enter(
                new Caller.Service(Caller.Service.Task.INTEGRITY),
                space,
                new Act.VerifySpace(),
                visit -> Outcome.done(documents.all(visit).stream()
                        .map(OpenDocument::entry)
                        .collect(Collectors.toMap(DocumentEntry::title, Function.identity()))));
        return switch (all) {
            case Outcome.Done<Map<String, DocumentEntry>>(Map<String, DocumentEntry> found) -> found;
            case Outcome.Refused<Map<String, DocumentEntry>> refused -> throw new AssertionError(refused);
        };
    }

    private static DocumentEntry entry(Map<String, DocumentEntry> all, String title) {
        DocumentEntry entry = all.get(title);
        assertThat(entry).as(title).isNotNull();
        return java.util.Objects.requireNonNull(entry);
    }

    private static long count() {
        return DATABASE.superuser()
                .sql("select count(*) from record.document")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static Ins somebody() {
        String thirteen = "2840531777" + serial++;
        return Ins.of(thirteen + Ins.keyOf(thirteen));
    }

    private static Person person(Ins ins, String born) {
        return new Person(
                ins,
                InsAuthority.TEST,
                "DURAND",
                List.of("Claire"),
                "DURAND",
                "Claire",
                Sex.FEMALE,
                LocalDate.parse(born),
                "31555");
    }

    private ObjectNode line(Ins ins, String file, String title) throws IOException {
        byte[] content = ("Texte de " + title + " " + ins.value()).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve("files"));
        Files.write(folder.resolve("files").resolve(file), content);
        ObjectNode line = JSON.createObjectNode();
        ObjectNode patient = line.putObject("patient");
        patient.put("ins", ins.value());
        patient.put("authority", "1.2.250.1.213.1.4.10");
        patient.put("birthFamilyName", "DURAND");
        patient.putArray("birthGivenNames").add("Claire");
        patient.put("sex", "F");
        patient.put("birthDate", "1984-05-12");
        patient.put("birthPlaceCog", "31555");
        line.put("path", "files/" + file);
        line.put("sha256", hash(content));
        line.put("uniqueId", "urn:oid:1.2.250.1.999." + ins.value().substring(0, 13) + "." + file.hashCode());
        line.put("typeCode", "11488-4");
        line.put("title", title);
        line.put("created", "2018-05-04T08:00:00Z");
        line.put("deposited", "2018-05-05T10:00:00Z");
        line.put("mimeType", "text/plain");
        ObjectNode author = line.putArray("authors").addObject();
        author.put("id", "810001234567");
        author.put("family", "LEFÈVRE");
        author.put("given", "Antoine");
        line.putObject("source")
                .put("kind", "PROFESSIONAL")
                .put("id", "810001234567")
                .put("name", "Antoine LEFÈVRE")
                .put("structureId", "1310012345")
                .put("structureName", "Cabinet médical des Tilleuls");
        lines.add(line);
        return line;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fr.monespacesante.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Act.DownloadEverything.Step;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.History;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.SpaceLife;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Incoming;
import fr.monespacesante.messaging.Mailroom;
import fr.monespacesante.messaging.TestMessages;
import fr.monespacesante.notification.Notice;
import fr.monespacesante.notification.Notices;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.Integrity;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A person takes a copy of everything, through the doors of the running service.
class TakeoutJourneyTests extends ServerTest {
    private static final Caller LABORATORY =
            new Caller.Software(new StructureId("1310098765"), "Laboratoire des Minimes", "LaboSoft", "FHIR");
    private static final Code FORMAT =
            new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient");

    @Autowired
    private Doors doors;

    @Autowired
    private Copies copies;

    @Autowired
    private CopyRows rows;

    @Autowired
    private CopyWork work;

    @Autowired
    private Deposits deposits;

    @Autowired
    private Documents documents;

    @Autowired
    private Mailroom mailroom;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Integrity integrity;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private Directory directory;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Mandates mandates;

    @Autowired
    private History history;

    @Autowired
    private Notices notices;

    @Autowired
    private Ids ids;

    private static int serial = 700;
    private SpaceId space = new SpaceId(new UUID(0, 0));
    private Ins ins = TestSpaces.CLAIRE.ins();

    @BeforeEach
    void somebody() {
        space = new SpaceId(ids.next());
        ins = person(LocalDate.of(1984, 5, 12), SpaceState.ACTIVATED, space);
    }

    private Ins person(LocalDate born, SpaceState state, SpaceId id) {
        String thirteen = "2840531555" + serial++;
        Ins number = Ins.of(thirteen + Ins.keyOf(thirteen));
        new TestSpaces(DATABASE.client(), directory)
                .add(
                        id,
                        new Person(
                                number,
                                TestSpaces.CLAIRE.authority(),
                                "DURAND",
                                List.of("Claire", "Sophie", "Marie"),
                                "MARTIN-DURAND",
                                "Claire",
                                TestSpaces.CLAIRE.sex(),
                                born,
                                "31555"),
                        state);
        return number;
    }

    @Test
    @Requirement("EXP-01")
    void theCopyHoldsEveryDocumentAsItWasSentAndEverythingReadable() throws IOException {
        Map<String, byte[]> sent = new LinkedHashMap<>();
        for (Example example : Examples.forPatient(Cast.CLAIRE)) {
            if (!example.isCda()) {
                deposit(example.title(), example, Set.of());
                sent.put(example.title(), example.bytes());
            }
        }
        UUID copy = ready(asks(holder()));
        Map<String, byte[]> files = unzip(copy, holder());
        assertThat(files.keySet())
                .contains(
                        "index.html",
                        "en/index.html",
                        "pages/documents.html",
                        "pages/autorisations.html",
                        "pages/historique.html",
                        "pages/profil.html",
                        "en/documents.html",
                        "pages/style.css",
                        "fhir/bundle.json",
                        "fhir/historique.json",
                        "LISEZMOI.txt",
                        "SHA256SUMS.txt");
        List<byte[]> originals = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("documents/"))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(originals).hasSameSizeAs(sent.values());
        sent.values()
                .forEach(bytes -> assertThat(originals)
                        .anySatisfy(file -> assertThat(file).isEqualTo(bytes)));
        sums(files);
        for (Map.Entry<String, byte[]> page : files.entrySet()) {
            if (page.getKey().endsWith(".html")) {
                assertThat(text(page.getValue()))
                        .as(page.getKey())
                        .doesNotContain("<script")
                        .doesNotContain("src=\"http")
                        .doesNotContain("href=\"/");
            }
        }
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("MSG-03")
    void theCopyHoldsEveryMessageAsItCameWithWhatWasAttached() throws IOException {
        byte[] note = "Hémoglobine : 13".getBytes(StandardCharsets.UTF_8);
        Incoming incoming = TestMessages.letter(TestMessages.DOCTOR, "Vos résultats", "Bonjour, <tout> va bien.")
                .with("résultats & suite.txt", "text/plain", note)
                .incoming();
        Mailroom.Received received = done(doors.enter(
                new Caller.Correspondent(
                        incoming.from().address(), incoming.from().name(), "operateur-sante.mssante.example"),
                space,
                new MessageAct.ReceiveMessage(Set.of()),
                visit -> mailroom.receive(visit, incoming)));
        UUID copy = ready(asks(holder()));
        Map<String, byte[]> files = unzip(copy, holder());

        assertThat(files.getOrDefault("messages/000001/message.eml", new byte[0]))
                .isEqualTo(incoming.raw());
        assertThat(files.getOrDefault("messages/000001/01-résultats _ suite.txt", new byte[0]))
                .isEqualTo(note);
        assertThat(text(files.getOrDefault("pages/messages.html", new byte[0])))
                .contains("Vos résultats")
                .contains("echange-00001.html");
        assertThat(text(files.getOrDefault("pages/echange-00001.html", new byte[0])))
                .contains("Bonjour, &lt;tout&gt; va bien.")
                .contains("../messages/000001/message.eml");
        assertThat(text(files.getOrDefault("en/index.html", new byte[0]))).contains("messages.html");
        sums(files);

        UUID conversation = received.conversation();
        done(doors.enter(
                holder(),
                space,
                new MessageAct.DeleteMessages(conversation),
                visit -> conversations.delete(visit, conversation)));
        assertThat(state(space, copy)).isEqualTo(Copy.State.STOPPED);
    }

    @Test
    @Requirement("EXP-01")
    void theBundleIsReadStrictlyAndItsAttachmentsAreFilesOfTheCopy() throws IOException {
        for (Example example : Examples.forPatient(Cast.CLAIRE)) {
            if (!example.isCda()) {
                deposit("Été : " + example.title(), example, Set.of());
            }
        }
        Map<String, byte[]> files = unzip(ready(asks(holder())), holder());
        var parser = FhirContext.forR4().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        Bundle bundle = parser.parseResource(Bundle.class, text(files.getOrDefault("fhir/bundle.json", new byte[0])));
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(only(bundle, Patient.class)
                        .getFirst()
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo(ins.value());
        List<DocumentReference> references = only(bundle, DocumentReference.class);
        assertThat(references).hasSize(6).hasSameSizeAs(only(bundle, Provenance.class));
        for (DocumentReference reference : references) {
            String url = reference.getContentFirstRep().getAttachment().getUrl();
            String path = java.net.URI.create("x:/fhir/").resolve(url).getPath().substring(1);
            assertThat(files).as(url).containsKey(path);
            assertThat(java.util.Base64.getEncoder().encodeToString(sha1(files.getOrDefault(path, new byte[0]))))
                    .isEqualTo(reference
                            .getContentFirstRep()
                            .getAttachment()
                            .getHashElement()
                            .getValueAsString());
        }
        Bundle events =
                parser.parseResource(Bundle.class, text(files.getOrDefault("fhir/historique.json", new byte[0])));
        assertThat(only(events, AuditEvent.class)).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    @Requirement("EXP-01")
    void whatWaitsForItsAnnouncementIsNotInTheCopyAndLeavesNoTraceInIt() throws IOException {
        deposit("Visible", note("visible"), Set.of());
        deposit("Secret diagnostic", note("secret"), Set.of(Mark.INVISIBLE_PATIENT));
        Map<String, byte[]> files = unzip(ready(asks(holder())), holder());
        files.forEach((name, bytes) -> {
            assertThat(name).doesNotContain("Secret");
            assertThat(text(bytes)).as(name).doesNotContain("Secret diagnostic").doesNotContain("secret");
        });
        assertThat(files.keySet()).anyMatch(name -> name.contains("Visible"));
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("REP-02")
    void aParentTakesAChildsCopyWithoutWhatIsInvisibleToRepresentativesAndACaregiverNone() throws IOException {
        SpaceId child = new SpaceId(ids.next());
        Ins childsIns = person(LocalDate.of(2016, 6, 30), SpaceState.ACTIVATED, child);
        mandates.give(child, ins, new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
        deposit(childsIns, "Ordinaire", note("ordinaire"), Set.of());
        deposit(childsIns, "Confié", note("confidence"), Set.of(Mark.INVISIBLE_REPRESENTANTS_LEGAUX));
        UUID copy = done(enter(holder(), child, Step.ASK, copies::ask));
        await(() -> state(child, copy) == Copy.State.READY);
        Map<String, byte[]> files = unzip(child, copy, holder());
        files.forEach((name, bytes) -> assertThat(name + text(bytes)).doesNotContain("Confié"));
        assertThat(files.keySet()).anyMatch(name -> name.contains("Ordinaire"));

        mandates.end(child, ins);
        assertThat(enter(holder(), child, Step.FETCH, visit -> copies.open(visit, copy)))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        mandates.give(
                child,
                ins,
                new Mandate(Mandate.Kind.CAREGIVER, Set.of(Mandate.Scope.READ, Mandate.Scope.ADD), Optional.empty()));
        for (Step step : Step.values()) {
            assertThat(enter(holder(), child, step, visit -> Outcome.done("in")))
                    .isEqualTo(Outcome.refused(Problem.ACCESS_REFUSED));
        }
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("TRC-05")
    void theHistoryShowsItOnceAndANoticeSaysWhenItIsReady() throws IOException {
        deposit("Visible", note("visible"), Set.of());
        UUID copy = ready(asks(holder()));
        unzip(copy, holder());
        List<String> acts = done(doors.enter(
                holder(),
                space,
                new Act.ReadHistory(),
                visit -> Outcome.done(history
                        .newest(visit, any -> documents.standing(visit, any), trace -> true, Optional.empty(), 100)
                        .items()
                        .stream()
                        .map(line -> line.trace().act())
                        .toList())));
        assertThat(acts)
                .containsOnlyOnce("DOWNLOAD_EVERYTHING")
                .containsOnlyOnce("BUILD_COPY")
                .containsOnlyOnce("FETCH_COPY");
        List<Notice.Kind> told = done(doors.enter(
                holder(),
                space,
                new Act.ReadNotices(),
                visit -> Outcome.done(notices.newest(visit, any -> true, Optional.empty(), 100).items().stream()
                        .map(Notice::kind)
                        .toList())));
        assertThat(told).containsOnlyOnce(Notice.Kind.COPY_READY);
    }

    @Test
    @Requirement("EXP-01")
    void oneIsMadeAtATimeAndThreeADay() {
        UUID first = asks(holder());
        Outcome<UUID> second = enter(holder(), space, Step.ASK, copies::ask);
        assertThat(second).isIn(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED, "running"), second);
        ready(first);
        if (second instanceof Outcome.Refused<UUID>) {
            ready(asks(holder()));
        } else {
            ready(done(second));
        }
        ready(asks(holder()));
        assertThat(enter(holder(), space, Step.ASK, copies::ask))
                .isEqualTo(Outcome.refused(Problem.TOO_MANY_ATTEMPTS, "day"));
        assertThat(copies.of(space, space).stream().filter(copy -> copy.state() == Copy.State.READY))
                .as("a new copy takes the place of the one before")
                .hasSize(1);
    }

    @Test
    @Requirement("EXP-01")
    void aRemovedCopyIsGoneAtOnceWithItsFileAndNobodyElseCanRemoveIt() throws IOException {
        UUID copy = ready(asks(holder()));
        assertThat(blobs.of(space)).isNotEmpty();
        assertThat(copies.remove(space, new SpaceId(ids.next()), copy)).isFalse();
        assertThat(copies.remove(space, space, copy)).isTrue();
        assertThat(enter(holder(), space, Step.FETCH, visit -> copies.open(visit, copy)))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        work.clear();
        assertThat(blobs.of(space)).isEmpty();
    }

    @Test
    @Requirement("EXP-01")
    void aCopyExpires() throws IOException {
        UUID copy = ready(asks(holder()));
        DATABASE.superuser()
                .sql("update takeout.copy set expires_at = now() - interval '1 second' where id = :id")
                .param("id", copy)
                .update();
        assertThat(enter(holder(), space, Step.FETCH, visit -> copies.open(visit, copy)))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        work.clear();
        assertThat(state(space, copy)).isEqualTo(Copy.State.EXPIRED);
        assertThat(blobs.of(space)).isEmpty();
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("DOC-07")
    void whatIsDeletedTakesTheCopyWithIt() throws IOException {
        DocumentEntry mine = deposit(holder(), ins, "À moi", note("note"), Set.of());
        UUID copy = ready(asks(holder()));
        done(doors.enter(
                holder(),
                space,
                new Act.DeleteDocument(mine.id()),
                visit -> documents.delete(visit, mine.id(), Optional.empty())));
        assertThat(state(space, copy)).isEqualTo(Copy.State.STOPPED);
        work.clear();
        assertThat(blobs.of(space)).isEmpty();
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("DOC-09")
    void aDocumentHiddenFromTheHolderMeanwhileStopsTheDownload() {
        DocumentEntry result = deposit(LABORATORY, ins, "Résultat", note("résultat"), Set.of());
        UUID copy = ready(asks(holder()));
        done(doors.enter(
                LABORATORY,
                ins,
                new Act.ChangeDocument(result.id()),
                visit -> documents.change(
                        visit,
                        result.id(),
                        new Documents.Change(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Set.of(Mark.INVISIBLE_PATIENT)),
                                Optional.empty()))));
        assertThat(enter(holder(), space, Step.FETCH, visit -> copies.open(visit, copy)))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        assertThat(state(space, copy)).isEqualTo(Copy.State.STOPPED);
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("ENR-11")
    void aClosedSpaceGivesNoCopy() {
        UUID copy = ready(asks(holder()));
        new org.springframework.transaction.support.TransactionTemplate(
                        new org.springframework.jdbc.datasource.DataSourceTransactionManager(DATABASE.application()))
                .executeWithoutResult(status -> spaces.happen(space, SpaceLife.Event.CLOSE));
        assertThat(enter(holder(), space, Step.FETCH, visit -> copies.open(visit, copy)))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
    }

    /// What a killed node leaves: a row that says it is being made, a lease that nobody renews, half a
    /// file.
    @Test
    @Requirement("EXP-01")
    @Requirement("OPS-02")
    void aCopyWhoseMakerWasKilledIsMadeAnewByAnother() throws IOException {
        deposit("Visible", note("visible"), Set.of());
        UUID copy = ids.next();
        UUID half = ids.next();
        blobs.keep(space, half, out -> out.write("half a file".getBytes(StandardCharsets.UTF_8)));
        rows.add(space, copy, new CopyRows.Asker(space.value(), "Claire MARTIN-DURAND"), Instant.now());
        DATABASE.superuser().sql("""
                        update takeout.copy set state = 'BUILDING', lease = :half, blob = :half, attempts = 1,
                               lease_until = now() + interval '2 seconds' where id = :id
                        """).param("half", half).param("id", copy).update();
        work.work();
        ready(copy);
        assertThat(unzip(copy, holder())).containsKey("index.html");
        assertThat(blobs.of(space).stream().map(BlobStore.Found::blob)).doesNotContain(half);
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("SEC-02")
    void nothingReadableLiesOnTheDiskAndTheSweepLeavesTheCopy() throws IOException {
        String word = "xylophonequartzjubilation";
        deposit("Visible", note(word), Set.of());
        UUID copy = ready(asks(holder()));
        try (Stream<Path> files = Files.walk(HOME.resolve("blobs"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(word).doesNotContain("index.html");
                Files.setLastModifiedTime(
                        file,
                        java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofHours(3))));
            }
        }
        Integer swept = done(doors.enter(
                new Caller.Service(Caller.Service.Task.INTEGRITY),
                space,
                new Act.VerifySpace(),
                visit -> Outcome.done(integrity.sweep(visit))));
        assertThat(swept).isZero();
        assertThat(unzip(copy, holder())).containsKey("index.html");
    }

    @Test
    @Requirement("EXP-01")
    @Requirement("DOC-13")
    void aDamagedDocumentIsNamedAndNotInTheCopy() throws IOException {
        DocumentEntry broken = deposit(LABORATORY, ins, "Abîmé", note("abîmé"), Set.of());
        deposit("Intact", note("intact"), Set.of());
        blobs.remove(space, broken.content().blob());
        Map<String, byte[]> files = unzip(ready(asks(holder())), holder());
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("documents/") && name.contains("Abîmé"));
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("documents/") && name.contains("Intact"));
        assertThat(text(files.getOrDefault("LISEZMOI.txt", new byte[0]))).contains("endommagés", "Abîmé");
    }

    // steps

    private Caller holder() {
        return new Caller.Citizen(space, "Claire MARTIN-DURAND", false, "PORTAL");
    }

    private UUID asks(Caller who) {
        return done(enter(who, space, Step.ASK, copies::ask));
    }

    private <R> Outcome<R> enter(
            Caller who,
            SpaceId where,
            Step step,
            java.util.function.Function<fr.monespacesante.access.Visit, Outcome<R>> body) {
        return doors.enter(who, where, new Act.DownloadEverything(step), body);
    }

    private UUID ready(UUID copy) {
        await(() -> state(space, copy) == Copy.State.READY);
        return copy;
    }

    private Copy.State state(SpaceId where, UUID copy) {
        return copies.of(where, space).stream()
                .filter(one -> one.id().equals(copy))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Map<String, byte[]> unzip(UUID copy, Caller who) throws IOException {
        return unzip(space, copy, who);
    }

    private Map<String, byte[]> unzip(SpaceId where, UUID copy, Caller who) throws IOException {
        OpenCopy open = done(enter(who, where, Step.FETCH, visit -> copies.open(visit, copy)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] all;
        try (InputStream in = open.from(0)) {
            all = in.readAllBytes();
        }
        assertThat(all).hasSize((int) open.size());
        try (InputStream rest = open.from(all.length - 10)) {
            assertThat(rest.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(all, all.length - 10, all.length));
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes()))
                        .as(entry.getName())
                        .isNull();
            }
        }
        return files;
    }

    private static void sums(Map<String, byte[]> files) {
        List<String> lines =
                text(files.getOrDefault("SHA256SUMS.txt", new byte[0])).lines().toList();
        assertThat(lines).hasSize(files.size() - 1);
        for (String line : lines) {
            String[] parts = line.split(" {2}", 2);
            byte[] digest = Parcel.sha256().digest(files.getOrDefault(parts[1], new byte[0]));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    private static Example note(String words) {
        return new Example("note.txt", "text/plain", "11488-4", words, words.getBytes(StandardCharsets.UTF_8));
    }

    private DocumentEntry deposit(String title, Example example, Set<Mark> marks) {
        return deposit(ins, title, example, marks);
    }

    private DocumentEntry deposit(Ins whose, String title, Example example, Set<Mark> marks) {
        return deposit(LABORATORY, whose, title, example, marks);
    }

    private DocumentEntry deposit(Caller who, Ins whose, String title, Example example, Set<Mark> marks) {
        NewDocument wanted = new NewDocument(
                "urn:uuid:" + ids.next(),
                Nomenclatures.national().type(example.typeCode()).orElseThrow().code(),
                title,
                null,
                Instant.parse("2026-10-01T08:00:00Z"),
                List.of(),
                null,
                null,
                example.contentType(),
                FORMAT,
                "fr-FR",
                "N",
                marks,
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return done(deposits.prepare(wanted, example.bytes())
                        .then(prepared -> doors.enter(
                                who,
                                whose,
                                new Act.DepositDocuments(prepared.authors(), marks),
                                visit -> documents.deposit(
                                        visit, new Documents.Submission("urn:uuid:" + ids.next(), List.of(prepared))))))
                .getFirst()
                .entry();
    }

    private static <T extends org.hl7.fhir.r4.model.Resource> List<T> only(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }
}

package fr.monespacesante.record;

import static fr.monespacesante.access.People.CLAIRE_SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.People;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The record behind the real door, on a real database and a real file store.
class DocumentsModuleTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path blobs;

    private final TestRecord record =
            new TestRecord(blobs.resolve(UUID.randomUUID().toString()));
    private final Caller.Citizen claire = People.citizen(CLAIRE_SPACE);

    @Nested
    class Depositing {
        @Test
        @Requirement("DOC-13")
        void whatWasDepositedIsReadAgainByteForByte() throws IOException {
            byte[] content = "Bilan sanguin : ferritine 12 µg/L\n".repeat(100).getBytes(StandardCharsets.UTF_8);
            DocumentEntry kept = record.deposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", content));
            assertThat(open(claire, kept.id()).bytes()).isEqualTo(content);
            assertThat(kept.content().size()).isEqualTo(content.length);
            assertThat(kept.version()).isEqualTo(1);
        }

        @Test
        @Requirement("DOC-12")
        void theSameDocumentTwiceIsOneDocument() {
            DocumentEntry first = record.deposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", "same"));
            Outcome<List<Documents.Deposited>> again =
                    record.tryDeposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", "same"));
            assertThat(done(again)).singleElement().satisfies(deposited -> {
                assertThat(deposited.fresh()).isFalse();
                assertThat(deposited.entry().id()).isEqualTo(first.id());
            });
            assertThat(record.house.count("record.document")).isEqualTo(1);
            assertThat(files()).hasSize(1);
        }

        @Test
        @Requirement("DOC-12")
        void theSameUniqueIdWithOtherContentIsRefusedAndNothingIsKept() {
            record.deposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", "one"));
            assertThat(record.tryDeposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", "other")))
                    .isEqualTo(Outcome.refused(Problem.UNIQUE_ID_TAKEN, "document[0].uniqueId"));
            assertThat(record.house.count("record.document")).isEqualTo(1);
            assertThat(record.house.count("record.submission")).isEqualTo(1);
        }

        @Test
        @Requirement("DOC-12")
        void theSameUniqueIdInAnotherSpaceIsAnotherDocument() {
            record.deposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", "one"));
            Outcome<List<Documents.Deposited>> other = record.tryDeposit(
                    People.laboratory(), People.MARCEL_SPACE, record.text("urn:oid:1.2.3", "Bilan", "other"));
            assertThat(done(other))
                    .singleElement()
                    .satisfies(deposited -> assertThat(deposited.fresh()).isTrue());
        }

        @Test
        @Requirement("DOC-13")
        void ofAHalfBadSubmissionNothingIsKept() {
            record.deposit(People.laboratory(), record.text("urn:oid:1.2.3", "Bilan", "one"));
            Documents.Submission halfBad = new Documents.Submission(
                    "urn:oid:9.9",
                    List.of(
                            record.prepared(record.text("urn:oid:1.2.4", "Good", "two")),
                            record.prepared(record.text("urn:oid:1.2.3", "Bad", "another"))));
            assertThat(record.submit(People.laboratory(), CLAIRE_SPACE, halfBad))
                    .isEqualTo(Outcome.refused(Problem.UNIQUE_ID_TAKEN, "document[1].uniqueId"));
            assertThat(record.house.count("record.document")).isEqualTo(1);
        }

        @Test
        void aHashOrASizeThatDoesNotMatchIsRefused() {
            TestRecord.Draft draft = record.text("urn:oid:1.2.3", "Bilan", "one");
            assertThat(record.deposits.prepare(draft.claiming(Optional.of("wrong"), Optional.empty()), draft.content()))
                    .isEqualTo(Outcome.refused(Problem.HASH_MISMATCH, "hash"));
            assertThat(record.deposits.prepare(draft.claiming(Optional.empty(), Optional.of(99L)), draft.content()))
                    .isEqualTo(Outcome.refused(Problem.SIZE_MISMATCH, "size"));
        }
    }

    @Nested
    class Replacing {
        @Test
        @Requirement("DOC-08")
        void theOldVersionIsMarkedAndListsShowTheNewOne() {
            DocumentEntry old = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "old"));
            DocumentEntry now = record.deposit(
                    People.laboratory(),
                    record.text("urn:oid:2", "Bilan", "new").replacing(old.id()));
            assertThat(now.replaces()).isEqualTo(old.id());
            assertThat(list(claire, DocumentQuery.current(10)).documents())
                    .extracting(DocumentEntry::id)
                    .containsExactly(now.id());
            DocumentEntry before = find(claire, old.id());
            assertThat(before.superseded()).isTrue();
            assertThat(before.replacedBy()).isEqualTo(now.id());
            assertThat(before.version()).isEqualTo(2);
        }

        @Test
        @Requirement("DOC-08")
        void onlyTheCurrentVersionCanBeReplacedAndOnlyByItsMaker() {
            DocumentEntry old = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "old"));
            record.deposit(
                    People.laboratory(),
                    record.text("urn:oid:2", "Bilan", "new").replacing(old.id()));
            assertThat(record.tryDeposit(
                            People.laboratory(),
                            record.text("urn:oid:3", "Bilan", "newer").replacing(old.id())))
                    .isEqualTo(Outcome.refused(Problem.REPLACED_DOCUMENT_NOT_CURRENT, "document[0].replaces"));
            assertThat(record.tryDeposit(
                            People.doctor(),
                            record.text("urn:oid:4", "Bilan", "x").replacing(old.id())))
                    .as("another's document is like one that never was")
                    .isEqualTo(record.tryDeposit(
                            People.doctor(),
                            record.text("urn:oid:5", "Bilan", "x").replacing(new DocumentId(UUID.randomUUID()))));
        }
    }

    @Nested
    class Hiding {
        @Test
        @Requirement("DOC-06")
        @Requirement("ACC-12")
        void whatTheCitizenHidesIsToAProfessionalLikeWhatNeverWas() {
            DocumentEntry entry = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "ferritine"));
            record.deposit(People.laboratory(), record.text("urn:oid:2", "Autre", "sodium"));
            record.consent(People.doctor());
            assertThat(list(People.doctor(), DocumentQuery.current(10)).total()).isEqualTo(2);
            change(claire, entry.id(), Documents.Change.hide(entry, true));

            assertThat(list(People.doctor(), DocumentQuery.current(10)).total()).isEqualTo(1);
            assertThat(search(People.doctor(), "ferritine").total()).isZero();
            assertThat(tryFind(People.doctor(), entry.id()))
                    .isEqualTo(tryFind(People.doctor(), new DocumentId(UUID.randomUUID())));
            assertThat(within(
                            People.doctor(),
                            new Act.ReadDocument(entry.id()),
                            visit -> Outcome.done(
                                    record.documents.history(visit, entry.id()).size()
                                            + record.documents
                                                    .findByUniqueId(visit, "urn:oid:1")
                                                    .map(found -> 1)
                                                    .orElse(0))))
                    .as("neither the versions from before it was hidden")
                    .isEqualTo(Outcome.done(0));

            change(claire, entry.id(), Documents.Change.hide(find(claire, entry.id()), false));
            assertThat(list(People.doctor(), DocumentQuery.current(10)).total()).isEqualTo(2);
        }

        @Test
        @Requirement("DOC-09")
        void whatAwaitsItsAnnouncementIsNotThereForTheHolder() {
            DocumentEntry entry = record.deposit(
                    People.laboratory(),
                    record.text("urn:oid:1", "Bilan", "secret").marked(Set.of(Mark.INVISIBLE_PATIENT)));
            assertThat(list(claire, DocumentQuery.current(10)).total()).isZero();
            assertThat(search(claire, "secret").total()).isZero();
            assertThat(tryFind(claire, entry.id())).isEqualTo(Outcome.refused(Problem.NOT_FOUND));
            change(
                    People.laboratory(),
                    entry.id(),
                    new Documents.Change(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Set.of()),
                            Optional.empty()));
            assertThat(list(claire, DocumentQuery.current(10)).total()).isEqualTo(1);
        }

        @Test
        @Requirement("DOC-11")
        void theHolderChangesNothingElse() {
            DocumentEntry entry = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "x"));
            Documents.Change archive = new Documents.Change(
                    Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty());
            assertThat(tryChange(claire, entry.id(), archive))
                    .isEqualTo(Outcome.refused(Problem.CHANGE_NOT_ALLOWED, "marks"));
        }
    }

    @Nested
    class TwoWriters {
        @Test
        @Requirement("DOC-11")
        void theSecondIsToldThatTheDocumentHasChanged() {
            DocumentEntry seen = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "x"));
            change(claire, seen.id(), Documents.Change.hide(seen, true));
            assertThat(tryChange(claire, seen.id(), Documents.Change.hide(seen, true)))
                    .isEqualTo(Outcome.refused(Problem.VERSION_MISMATCH, "version"));
            assertThat(within(
                            claire,
                            new Act.ReadDocument(seen.id()),
                            visit -> Outcome.done(
                                    record.documents.history(visit, seen.id()).size())))
                    .isEqualTo(Outcome.done(1));
        }

        @Test
        @Requirement("DOC-11")
        void atTheSameMomentOneOfThemWins() {
            DocumentEntry seen = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "x"));
            List<Outcome<DocumentEntry>> outcomes = Stream.of(true, true, true, true)
                    .parallel()
                    .map(hidden -> tryChange(claire, seen.id(), Documents.Change.hide(seen, hidden)))
                    .toList();
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Outcome.Done)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof Outcome.Done))
                    .allMatch(outcome -> outcome.equals(Outcome.refused(Problem.VERSION_MISMATCH, "version")));
        }
    }

    @Nested
    class Deleting {
        @Test
        @Requirement("DOC-07")
        void reachesEveryVersionAndItsBlob() {
            DocumentEntry old = record.deposit(claire, record.text("urn:oid:1", "Mine", "old"));
            DocumentEntry now = record.deposit(
                    claire, record.text("urn:oid:2", "Mine", "new").replacing(old.id()));
            assertThat(files()).hasSize(2);
            assertThat(tryDelete(claire, old.id())).isEqualTo(Outcome.refused(Problem.NOT_LATEST_VERSION));
            assertThat(tryDelete(claire, now.id())).isInstanceOf(Outcome.Done.class);
            assertThat(files()).isEmpty();
            for (String table : List.of("record.document", "record.document_history", "record.words")) {
                assertThat(record.house.count(table)).as(table).isZero();
            }
        }

        @Test
        @Requirement("DOC-07")
        void isForWhoAddedIt() {
            DocumentEntry fed = record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "x"));
            DocumentEntry own = record.deposit(claire, record.text("urn:oid:2", "Mine", "y"));
            record.consent(People.doctor());
            assertThat(tryDelete(claire, fed.id())).isEqualTo(Outcome.refused(Problem.NOT_THE_AUTHOR));
            assertThat(tryDelete(People.doctor(), own.id())).isEqualTo(Outcome.refused(Problem.NOT_THE_AUTHOR));
            assertThat(tryDelete(People.laboratory(), own.id()))
                    .as("software is told the same of every document that it did not feed")
                    .isEqualTo(tryDelete(People.laboratory(), new DocumentId(UUID.randomUUID())));
            assertThat(record.house.count("record.document")).isEqualTo(2);
        }
    }

    @Nested
    class Finding {
        @Test
        @Requirement("DOC-04")
        void wordsOfTitleAuthorAndTextAreFoundWhateverTheAccentsAndCapitals() {
            DocumentEntry wanted =
                    record.deposit(People.laboratory(), record.text("urn:oid:1", "Échographie", "Œdème du genou"));
            record.deposit(People.laboratory(), record.text("urn:oid:2", "Bilan", "rien"));
            for (String words : List.of("ECHOGRAPHIE", "œdème", "oedeme GENOU", "echo", "Échographie oed")) {
                assertThat(search(claire, words).documents())
                        .as(words)
                        .extracting(DocumentEntry::id)
                        .containsExactly(wanted.id());
            }
            assertThat(search(claire, "genou rien").total()).isZero();
        }

        @Test
        @Requirement("DOC-04")
        void pagesFollowEachOtherWithoutGapsOrRepeats() {
            for (int i = 0; i < 7; i++) {
                record.house.now = record.house.now.plusSeconds(1);
                record.deposit(People.laboratory(), record.text("urn:oid:1." + i, "Bilan " + i, "x" + i));
            }
            List<String> titles = new ArrayList<>();
            Optional<DocumentId> after = Optional.empty();
            do {
                DocumentQuery query =
                        new DocumentQuery(entry -> true, List.of(), DocumentQuery.NEWEST_ARRIVAL, after, 3);
                DocumentQuery.Found found = list(claire, query);
                assertThat(found.total()).isEqualTo(7);
                found.documents().forEach(entry -> titles.add(entry.title()));
                after = found.next();
            } while (after.isPresent());
            assertThat(titles)
                    .containsExactly("Bilan 6", "Bilan 5", "Bilan 4", "Bilan 3", "Bilan 2", "Bilan 1", "Bilan 0");
        }

        @Test
        @Requirement("SEC-03")
        void nothingOfAnotherSpaceIsFound() {
            record.tryDeposit(People.laboratory(), People.MARCEL_SPACE, record.text("urn:oid:1", "Bilan", "ferritine"));
            assertThat(search(claire, "ferritine").total()).isZero();
        }
    }

    @Nested
    class Integrity {
        private final Caller service = new Caller.Service(Caller.Service.Task.INTEGRITY);

        @Test
        @Requirement("DOC-13")
        void aDamagedDocumentIsNeverShownAsGoodAndIsReported() throws IOException {
            DocumentEntry good = record.deposit(People.laboratory(), record.text("urn:oid:1", "Good", "good"));
            DocumentEntry bad = record.deposit(People.laboratory(), record.text("urn:oid:2", "Bad", "bad"));
            Path file = file(bad);
            byte[] sealed = Files.readAllBytes(file);
            sealed[sealed.length - 3] ^= 1;
            Files.write(file, sealed);
            OpenDocument opened = open(claire, bad.id());
            assertThatThrownBy(opened::bytes).isInstanceOf(IOException.class);
            assertThat(open(claire, good.id()).bytes()).isEqualTo("good".getBytes(StandardCharsets.UTF_8));
            assertThat(verify()).satisfies(report -> {
                assertThat(report.documents()).isEqualTo(2);
                assertThat(report.damaged()).containsExactly(bad.id());
            });
        }

        @Test
        @Requirement("DOC-13")
        void aLostBlobIsReported() throws IOException {
            DocumentEntry lost = record.deposit(People.laboratory(), record.text("urn:oid:1", "Lost", "lost"));
            Files.delete(file(lost));
            assertThat(verify().damaged()).containsExactly(lost.id());
        }

        @Test
        @Requirement("DOC-13")
        void aBlobPutInTheNamePlaceOfAnotherIsReported() throws IOException {
            DocumentEntry one = record.deposit(People.laboratory(), record.text("urn:oid:1", "One", "one"));
            DocumentEntry two = record.deposit(People.laboratory(), record.text("urn:oid:2", "Two", "two"));
            Files.copy(file(one), file(two), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(verify().damaged()).containsExactly(two.id());
        }

        @Test
        @Requirement("DOC-13")
        void metadataThatSomebodyChangedAreReportedAndTheRestIsStillChecked() throws IOException {
            DocumentEntry good = record.deposit(People.laboratory(), record.text("urn:oid:1", "Good", "good"));
            DocumentEntry bad = record.deposit(People.laboratory(), record.text("urn:oid:2", "Bad", "bad"));
            Files.delete(file(good));
            record.house
                    .database
                    .superuser()
                    .sql("update record.document set version = 9 where id = :id")
                    .param("id", bad.id().value())
                    .update();
            assertThat(verify().damaged()).containsExactlyInAnyOrder(good.id(), bad.id());
        }

        @Test
        @Requirement("DOC-13")
        void theSweepRemovesOldOrphansAndNothingElse() throws IOException {
            DocumentEntry kept = record.deposit(People.laboratory(), record.text("urn:oid:1", "Kept", "kept"));
            Path old = file(kept).resolveSibling(UUID.randomUUID().toString());
            Path young = file(kept).resolveSibling(UUID.randomUUID().toString());
            Files.write(old, new byte[10]);
            Files.write(young, new byte[10]);
            Files.setLastModifiedTime(file(kept), FileTime.from(record.house.now.minus(Duration.ofDays(9))));
            Files.setLastModifiedTime(old, FileTime.from(record.house.now.minus(Duration.ofDays(9))));
            Files.setLastModifiedTime(young, FileTime.from(record.house.now.minus(Duration.ofMinutes(5))));
            assertThat(within(service, new Act.VerifySpace(), visit -> Outcome.done(record.integrity.sweep(visit))))
                    .isEqualTo(Outcome.done(1));
            assertThat(old).doesNotExist();
            assertThat(young).exists();
            assertThat(file(kept)).exists();
        }

        private fr.monespacesante.record.Integrity.Report verify() {
            return done(within(service, new Act.VerifySpace(), visit -> Outcome.done(record.integrity.verify(visit))));
        }
    }

    @Test
    @Requirement("SEC-02")
    void neitherTheDatabaseNorTheFileStoreHoldsAReadableWord() throws IOException {
        record.deposit(
                People.laboratory(),
                record.text("urn:oid:1.2.250.777", "Zygomatique", "hyperferritinémie ".repeat(200)));
        List<String> planted = List.of("Zygomatique", "zygomatique", "hyperferritin", "1.2.250.777", "Minimes");
        for (Path file : files()) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(planted).noneMatch(bytes::contains);
        }
        for (String table : List.of("record.document", "record.words", "record.submission", "audit.trace")) {
            List<String> rows = record.house
                    .database
                    .superuser()
                    .sql("select encode(t.sealed, 'escape') || t::text from " + table + " t")
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .list();
            assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(planted).noneMatch(row::contains));
        }
    }

    private <R> Outcome<R> within(Caller caller, Act act, Function<Visit, Outcome<R>> body) {
        return record.house.doors.enter(caller, CLAIRE_SPACE, act, body);
    }

    private DocumentQuery.Found list(Caller caller, DocumentQuery query) {
        return done(
                within(caller, new Act.ListDocuments(), visit -> Outcome.done(record.documents.list(visit, query))));
    }

    private DocumentQuery.Found search(Caller caller, String words) {
        DocumentQuery query = new DocumentQuery(
                entry -> true,
                fr.monespacesante.content.SearchWords.query(words),
                DocumentQuery.NEWEST_ARRIVAL,
                Optional.empty(),
                50);
        return list(caller, query);
    }

    private Outcome<DocumentEntry> tryFind(Caller caller, DocumentId id) {
        return within(caller, new Act.ReadDocument(id), visit -> record.documents.find(visit, id));
    }

    private DocumentEntry find(Caller caller, DocumentId id) {
        return done(tryFind(caller, id));
    }

    private OpenDocument open(Caller caller, DocumentId id) {
        return done(within(caller, new Act.ReadDocument(id), visit -> record.documents.open(visit, id)));
    }

    private Outcome<DocumentEntry> tryChange(Caller caller, DocumentId id, Documents.Change change) {
        return within(caller, new Act.ChangeDocument(id), visit -> record.documents.change(visit, id, change));
    }

    private DocumentEntry change(Caller caller, DocumentId id, Documents.Change change) {
        return done(tryChange(caller, id, change));
    }

    private Outcome<DocumentEntry> tryDelete(Caller caller, DocumentId id) {
        return within(
                caller, new Act.DeleteDocument(id), visit -> record.documents.delete(visit, id, Optional.empty()));
    }

    private Path file(DocumentEntry entry) {
        return files().stream()
                .filter(path -> path.endsWith(entry.content().blob().toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.walk(record.blobs)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        return TestRecord.done(outcome);
    }
}

package fr.monespacesante.record;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.People;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.TraceChain;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.AfterCommit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A holder has a part of the record erased for good (ENR-18).
class ErasureModuleTests {
    private static final Caller HOLDER = People.citizen(People.CLAIRE_SPACE);
    private static final String WORD = "xylophone";

    @TempDir
    Path folder;

    private TestRecord record;
    private Erasures erasures;
    private ErasureWork work;
    private final List<SpaceEvent> told = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        record = new TestRecord(folder.resolve("blobs"));
        record.house.listeners.add((visit, event) -> told.add(event));
        DocumentRows rows = new DocumentRows(record.house.client);
        ErasureRows requests = new ErasureRows(record.house.client, record.house.vault.ofDirectory());
        erasures = new Erasures(
                requests,
                rows,
                new AfterCommit(new fr.monespacesante.vault.FileBlobs(folder.resolve("blobs"))),
                record.house.wishes,
                record.house.ids,
                Duration.ofHours(24));
        InstantSource time = () -> record.house.now;
        work = new ErasureWork(requests, erasures, record.house.doors, time.withZone(ZoneOffset.UTC));
    }

    @Test
    @Requirement("ENR-18")
    void aCategoryIsErasedWithEveryVersionEveryWordAndEveryByte() throws IOException {
        DocumentEntry first = record.deposit(People.laboratory(), record.text("u1", "Bilan", WORD + " un"));
        DocumentEntry second = record.deposit(
                People.laboratory(),
                record.text("u2", "Bilan corrigé", WORD + " deux").replacing(first.id()));
        record.house.now = record.house.now.plusSeconds(60);
        Erasure asked = asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        assertThat(asked.documents()).isEqualTo(2);
        assertThat(asked.reference()).matches("EFF-[0-9A-F]{4}-[0-9A-F]{4}");

        assertThat(work.work()).as("not before the delay is over").isZero();
        later();
        assertThat(work.work()).isEqualTo(1);
        for (String table : List.of(
                "record.document",
                "record.document_history",
                "record.words",
                "record.submission",
                "record.erasure_document")) {
            assertThat(record.house.count(table)).as(table).isZero();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(told)
                .contains(
                        new SpaceEvent.DocumentsErased(Set.of(first.id(), second.id())),
                        new SpaceEvent.ErasureDone(asked.id()));
        Erasure done = mine().getFirst();
        assertThat(done.state()).isEqualTo(Erasure.State.DONE);
        assertThat(done.erased()).isEqualTo(2);
        assertThat(done.endedAt()).contains(record.house.now);
        assertThat(done.categories()).containsExactly(new Erasure.Count("BIOLOGY", 2));
        boolean whole = TestRecord.done(record.house.doors.enter(
                new Caller.Service(Caller.Service.Task.INTEGRITY),
                People.CLAIRE_SPACE,
                new Act.VerifySpace(),
                visit -> Outcome.done(new TraceChain(record.house.client, record.house.vault.ofDirectory())
                        .firstBroken(visit.id())
                        .isEmpty())));
        assertThat(whole).as("the history is whole: its lines hold ids alone").isTrue();
        assertThat(verified().damaged()).isEmpty();
        assertThat(work.work()).isZero();
    }

    @Test
    @Requirement("ENR-18")
    void aPeriodAnAuthorAndChosenDocumentsAreEachAPart() {
        DocumentEntry one = record.deposit(People.laboratory(), record.text("u1", "Un", "un"));
        DocumentEntry two = record.deposit(HOLDER, record.text("u2", "Deux", "deux"));
        Instant day = Instant.parse("2026-11-20T08:00:00Z");
        assertThat(reach(new ErasedPart.OfPeriod(day, day.plusSeconds(1)))).hasSize(2);
        assertThat(reach(new ErasedPart.OfPeriod(day.plusSeconds(1), day.plusSeconds(2))))
                .isEmpty();
        assertThat(reach(new ErasedPart.OfAuthor("Laboratoire des Minimes"))).containsExactly(one.id());
        assertThat(reach(new ErasedPart.OfAuthor("Somebody else"))).isEmpty();
        assertThat(reach(new ErasedPart.Chosen(Set.of(two.id())))).containsExactly(two.id());
        assertThat(reach(new ErasedPart.OfCategory(DocumentCategory.IMAGING))).isEmpty();
    }

    @Test
    @Requirement("ENR-18")
    void whatTheHolderMayNotKnowOfIsNeitherCountedNorErased() {
        record.deposit(People.laboratory(), record.text("u1", "Visible", "un"));
        DocumentEntry secret = record.deposit(
                People.laboratory(), record.text("u2", "Secret", "deux").marked(Set.of(Mark.INVISIBLE_PATIENT)));
        assertThat(reach(new ErasedPart.Chosen(Set.of(secret.id())))).isEmpty();
        Erasure asked = asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        assertThat(asked.documents()).isEqualTo(1);
        later();
        work.work();
        assertThat(record.house.count("record.document")).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-18")
    void theSameDocumentSentAgainIsNotKeptAndTheSenderLearnsNothingOfWhy() {
        record.deposit(People.laboratory(), record.text("u1", "Bilan", "un"));
        asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        later();
        work.work();
        assertThat(record.tryDeposit(People.laboratory(), record.text("u1", "Bilan", "un")))
                .isEqualTo(Outcome.refused(Problem.UNIQUE_ID_TAKEN, "document[0].uniqueId"));
        record.deposit(People.laboratory(), record.text("u2", "Un autre bilan", "deux"));
        assertThat(record.house.count("record.document")).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-18")
    void aRequestIsWithdrawnUntilItBegins() {
        record.deposit(People.laboratory(), record.text("u1", "Bilan", "un"));
        Erasure asked = asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        assertThat(enter(visit -> erasures.withdraw(visit, asked.id()))).isInstanceOf(Outcome.Done.class);
        later();
        assertThat(work.work()).isZero();
        assertThat(record.house.count("record.document")).isEqualTo(1);
        assertThat(mine().getFirst().state()).isEqualTo(Erasure.State.WITHDRAWN);
        assertThat(enter(visit -> erasures.withdraw(visit, asked.id())))
                .isEqualTo(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED));
    }

    @Test
    @Requirement("ENR-18")
    void nothingIsErasedButWhatWasShown() {
        record.deposit(People.laboratory(), record.text("u1", "Bilan", "un"));
        ErasedPart part = new ErasedPart.OfCategory(DocumentCategory.BIOLOGY);
        String print = TestRecord.done(
                enter(visit -> Outcome.done(erasures.reach(visit, part).print())));
        record.deposit(People.laboratory(), record.text("u2", "Arrivé entre-temps", "deux"));
        assertThat(enter(visit -> erasures.ask(visit, part, print)))
                .isEqualTo(Outcome.refused(Problem.VERSION_MISMATCH));
        Erasure asked = asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        record.deposit(People.laboratory(), record.text("u3", "Arrivé après", "trois"));
        later();
        work.work();
        assertThat(asked.documents()).isEqualTo(2);
        assertThat(record.house.count("record.document")).isEqualTo(1);
    }

    /// Each batch is a transaction of its own: what is interrupted in the second goes on there.
    @Test
    @Requirement("ENR-18")
    @Requirement("OPS-02")
    void anInterruptedErasureGoesOnWhereItWas() {
        for (int i = 0; i < 205; i++) {
            record.deposit(People.laboratory(), record.text("u" + i, "Bilan " + i, "texte " + i));
        }
        asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        later();
        record.house.listeners.add((visit, event) -> {
            if (event instanceof SpaceEvent.ErasureDone) {
                throw new IllegalStateException("the power goes");
            }
        });
        work.work();
        assertThat(record.house.count("record.document")).isEqualTo(5);
        assertThat(mine().getFirst().state()).isEqualTo(Erasure.State.RUNNING);
        assertThat(mine().getFirst().erased()).isEqualTo(200);
        record.house.listeners.removeLast();
        work.work();
        assertThat(record.house.count("record.document")).isZero();
        assertThat(mine().getFirst().state()).isEqualTo(Erasure.State.DONE);
        assertThat(told.stream().filter(event -> event instanceof SpaceEvent.ErasureDone))
                .as("told by the attempt that committed, and by the one that did not")
                .hasSizeBetween(1, 2);
    }

    @Test
    @Requirement("ENR-18")
    @Requirement("ACC-11")
    void whatWasDecidedOfTheDocumentGoesWithIt() {
        DocumentEntry entry = record.deposit(People.laboratory(), record.text("u1", "Bilan", "un"));
        Act.ChangeRights show = new Act.ChangeRights(Act.RightsChange.SHOW_TO_ONE);
        Rights.Named doctor = new Rights.Named(
                People.LEFEVRE.value(), "Dr Antoine LEFÈVRE", "10", "Cabinet médical des Tilleuls", record.house.now);
        TestRecord.done(record.house.doors.enter(
                HOLDER,
                People.CLAIRE_SPACE,
                show,
                visit -> record.house.wishes.decideFor(visit, entry.series(), doctor, true, Optional.empty())));
        asks(new ErasedPart.Chosen(Set.of(entry.id())));
        later();
        work.work();
        int rules = TestRecord.done(
                enter(visit -> Outcome.done(visit.rights().documentRules().size())));
        assertThat(rules).isZero();
    }

    @Test
    @Requirement("ENR-18")
    void theFactIsKeptTenYearsAndHoldsNoContent() {
        record.deposit(People.laboratory(), record.text("u1", "Bilan très secret", "contenu"));
        asks(new ErasedPart.OfCategory(DocumentCategory.BIOLOGY));
        later();
        work.work();
        byte[] sealed = record.house
                .database
                .superuser()
                .sql("select sealed from record.erasure")
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("BIOLOGY");
        record.house.now = record.house.now.plus(Duration.ofDays(3650));
        work.forget();
        assertThat(mine()).hasSize(1);
        record.house.now = record.house.now.plus(Duration.ofDays(4));
        work.forget();
        assertThat(mine()).isEmpty();
    }

    @Test
    @Requirement("ENR-18")
    @Requirement("ACC-08")
    void nobodyButTheHolderAsksAndNobodyButTheTaskErases() {
        for (Caller other :
                List.of(People.doctor(), People.laboratory(), People.agent(), People.citizen(People.MARCEL_SPACE))) {
            assertThat(record.house.doors.enter(
                            other, People.CLAIRE_SPACE, new Act.AskErasure(), visit -> Outcome.done("in")))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(record.house.doors.enter(
                            other,
                            People.CLAIRE_SPACE,
                            new Act.EraseDocuments(UUID.randomUUID()),
                            visit -> Outcome.done("in")))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    private void later() {
        record.house.now = record.house.now.plus(Duration.ofHours(25));
    }

    private Erasure asks(ErasedPart part) {
        String print = TestRecord.done(
                enter(visit -> Outcome.done(erasures.reach(visit, part).print())));
        return TestRecord.done(enter(visit -> erasures.ask(visit, part, print)));
    }

    private List<DocumentId> reach(ErasedPart part) {
        return TestRecord.done(enter(visit -> Outcome.done(erasures.reach(visit, part).documents().stream()
                .map(DocumentEntry::id)
                .toList())));
    }

    private List<Erasure> mine() {
        return TestRecord.done(enter(visit -> Outcome.done(erasures.of(visit))));
    }

    private Integrity.Report verified() {
        return TestRecord.done(record.house.doors.enter(
                new Caller.Service(Caller.Service.Task.INTEGRITY),
                People.CLAIRE_SPACE,
                new Act.VerifySpace(),
                visit -> Outcome.done(record.integrity.verify(visit))));
    }

    private <R> Outcome<R> enter(java.util.function.Function<Visit, Outcome<R>> body) {
        return record.house.doors.enter(HOLDER, People.CLAIRE_SPACE, new Act.AskErasure(), body);
    }
}

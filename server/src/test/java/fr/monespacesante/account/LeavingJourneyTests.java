package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.History;
import fr.monespacesante.access.People;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody leaves, comes back, or has everything erased.
class LeavingJourneyTests extends LeavingTest {
    private static final LocalDate CHILD = LocalDate.of(2018, 3, 4);

    @Autowired
    private History history;

    @Autowired
    private ClosedForLong closedForLong;

    @Test
    @Requirement("ENR-11")
    @Requirement("ENR-12")
    void aClosedSpaceIsToEverybodyOneThatNeverWas() {
        Left alice = somebody();
        Closing closing = done(close(People.citizen(alice.space()), alice.space(), Closings.Reason.HOLDER, false));
        assertThat(state(alice.space())).isEqualTo(SpaceState.CLOSED);
        SpaceId nobody = new SpaceId(UUID.randomUUID());
        for (Caller caller : List.of(
                People.citizen(alice.space()),
                People.doctor(),
                People.laboratory(),
                People.agent(),
                new Caller.Service(Caller.Service.Task.NOTIFICATION))) {
            for (Act act : List.of(
                    new Act.FindSpace(),
                    new Act.ListDocuments(),
                    new Act.ReadDocument(alice.document()),
                    new Act.DepositDocuments(Set.of(), Set.of()),
                    new Act.ReadHistory(),
                    new Act.ReadArchive(Optional.empty()),
                    new Act.CloseSpace())) {
                Outcome<String> there = doors.enter(caller, alice.space(), act, visit -> Outcome.done("in"));
                Outcome<String> absent = doors.enter(caller, nobody, act, visit -> Outcome.done("in"));
                assertThat(there).as("%s %s", caller, act).isEqualTo(absent);
                assertThat(refusal(there)).isIn(Problem.NOT_FOUND, Problem.SPACE_NOT_OPEN);
            }
        }
        assertThat(rows("vault.space_key", alice.space())).isZero();
        assertThat(records.find(closing.reference())).contains(closing);
        assertThat(records.find("AAAA-BBBB-CCCC-DDDD")).isEmpty();
    }

    @Test
    @Requirement("ENR-10")
    void reopenedByItsHolderAllIsBackDocumentsRightsAndHistory() {
        Left alice = somebody();
        Caller holder = People.citizen(alice.space());
        done(close(holder, alice.space(), Closings.Reason.HOLDER, false));
        done(reopenings.reopen(alice.space(), alice.space(), "Alice PARTANTE"));
        assertThat(state(alice.space())).isEqualTo(SpaceState.ACTIVATED);
        assertThat(done(read(holder, alice.space(), alice.document()))).contains(CONTENT);
        await().untilAsserted(() ->
                assertThat(acts(alice.space())).contains("DEPOSIT_DOCUMENT", "CLOSE_SPACE", "SPACE_REOPENED"));
        assertThat(refusal(reopenings.reopen(alice.space(), alice.space(), "Alice PARTANTE")))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
    }

    @Test
    @Requirement("ENR-11")
    void aParentClosesAChildsSpaceAndAGuardianAProtectedAdults() {
        Left child = somebody(CHILD);
        Left parent = somebody();
        represent(child.space(), parent.person(), mandate(Mandate.Kind.LEGAL_REPRESENTATIVE));
        done(close(People.citizen(parent.space()), child.space(), Closings.Reason.REPRESENTATIVE, false));
        assertThat(state(child.space())).isEqualTo(SpaceState.CLOSED);
        // the other parent, or the same, opens it again; somebody else does not
        assertThat(refusal(reopenings.reopen(child.space(), somebody().space(), "X")))
                .isEqualTo(Problem.NOT_FOUND);
        done(reopenings.reopen(child.space(), parent.space(), "Alice PARTANTE"));
        assertThat(done(read(People.citizen(parent.space()), child.space(), child.document())))
                .contains(CONTENT);

        Left adult = somebody(LocalDate.of(1950, 1, 1));
        represent(adult.space(), parent.person(), mandate(Mandate.Kind.GUARDIAN));
        done(close(People.citizen(parent.space()), adult.space(), Closings.Reason.REPRESENTATIVE, false));
        assertThat(state(adult.space())).isEqualTo(SpaceState.CLOSED);
    }

    @Test
    @Requirement("ENR-11")
    @Requirement("REP-05")
    void aCaregiverNeverClosesNorOpens() {
        Left adult = somebody();
        Left helper = somebody();
        represent(
                adult.space(),
                helper.person(),
                new Mandate(
                        Mandate.Kind.CAREGIVER,
                        Set.of(Mandate.Scope.READ, Mandate.Scope.ADD),
                        Optional.of(Instant.now().plusSeconds(3600))));
        assertThat(refusal(close(People.citizen(helper.space()), adult.space(), Closings.Reason.REPRESENTATIVE, false)))
                .isEqualTo(Problem.ACCESS_REFUSED);
        assertThat(state(adult.space())).isEqualTo(SpaceState.ACTIVATED);
        done(close(People.citizen(adult.space()), adult.space(), Closings.Reason.HOLDER, false));
        assertThat(refusal(reopenings.reopen(adult.space(), helper.space(), "X")))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(reopenings.offer(adult.space(), helper.space())).isEmpty();
    }

    @Test
    @Requirement("ENR-11")
    void ofTwoParentsAtOnceOneClosesAndTheOtherIsToldSo() throws Exception {
        Left child = somebody(CHILD);
        Left mother = somebody();
        Left father = somebody();
        represent(child.space(), mother.person(), mandate(Mandate.Kind.LEGAL_REPRESENTATIVE));
        represent(child.space(), father.person(), mandate(Mandate.Kind.LEGAL_REPRESENTATIVE));
        List<Callable<Outcome<Closing>>> both = List.of(
                () -> close(People.citizen(mother.space()), child.space(), Closings.Reason.REPRESENTATIVE, false),
                () -> close(People.citizen(father.space()), child.space(), Closings.Reason.REPRESENTATIVE, true));
        List<Outcome<Closing>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (var future : threads.invokeAll(both)) {
                outcomes.add(future.get());
            }
        }
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .allMatch(outcome -> List.of(Problem.TRANSITION_NOT_ALLOWED, Problem.NOT_FOUND)
                        .contains(refusal(outcome)));
        assertThat(rows("account.closing", child.space())).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-17")
    void aDeathClosesTheSpaceAndItsWithdrawalLetsTheHolderComeBack() {
        Left alice = somebody();
        assertThat(done(closings.close(alice.space(), Closings.Reason.DEATH))).isEqualTo(SpaceState.DECEASED);
        assertThat(refusal(count(alice.space()))).isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal(reopenings.reopen(alice.space(), alice.space(), "Alice PARTANTE")))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        done(spaces.happen(alice.space(), SpaceLife.Event.DEATH_WITHDRAWN));
        done(reopenings.reopen(alice.space(), alice.space(), "Alice PARTANTE"));
        assertThat(done(count(alice.space()))).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-13")
    void erasedAtOnceTheKeyIsGoneBeforeTheAnswerAndTheRestSoonAfter() throws IOException {
        Left alice = somebody();
        Closing closing = done(close(People.citizen(alice.space()), alice.space(), Closings.Reason.HOLDER, true));
        assertThat(state(alice.space())).isEqualTo(SpaceState.ERASED);
        assertThat(rows("vault.space_key", alice.space()) + rows("vault.archived_key", alice.space()))
                .isZero();
        erasures.goOn();
        await().untilAsserted(() -> assertThat(blobs(alice.space())).isZero());
        for (String table : List.of(
                "record.document",
                "record.words",
                "record.submission",
                "audit.trace",
                "audit.head",
                "audit.activity")) {
            assertThat(rows(table, alice.space())).as(table).isZero();
        }
        assertThat(closing.erased()).isTrue();
        assertThat(records.latest(alice.space())).contains(closing);
        // while it looks again nobody comes back; afterwards she gets a new, empty space
        assertThat(refusal(spaces.happen(alice.space(), SpaceLife.Event.ACTIVATE)))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        graceIsOver(alice.space());
        assertThat(erasures.finished(alice.space())).isTrue();
        done(spaces.happen(alice.space(), SpaceLife.Event.ACTIVATE));
        assertThat(done(count(alice.space()))).isZero();
        assertThat(rows("vault.space_key", alice.space())).isEqualTo(1);
        deposit(alice.space());
        assertThat(done(count(alice.space()))).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-13")
    void whatAVisitBegunBeforeWroteAfterIsFoundByTheSecondLook() {
        Left alice = somebody();
        done(close(People.citizen(alice.space()), alice.space(), Closings.Reason.HOLDER, true));
        erasures.goOn();
        await().untilAsserted(
                        () -> assertThat(rows("record.document", alice.space())).isZero());
        DATABASE.superuser().sql("""
                        insert into record.words (space_id, id, sealed) values (:space, gen_random_uuid(), '')
                        """).param("space", alice.space().value()).update();
        graceIsOver(alice.space());
        assertThat(rows("record.words", alice.space())).isZero();
        assertThat(erasures.finished(alice.space())).isTrue();
    }

    @Test
    @Requirement("ENR-14")
    void tenYearsAfterItsClosingASpaceIsErasedByItself() {
        Left old = somebody();
        Left young = somebody();
        done(close(People.citizen(old.space()), old.space(), Closings.Reason.HOLDER, false));
        done(close(People.citizen(young.space()), young.space(), Closings.Reason.HOLDER, false));
        closedAt(old.space(), "10 years 1 day");
        closedAt(young.space(), "9 years 364 days");
        closedForLong.purge();
        assertThat(state(old.space())).isEqualTo(SpaceState.ERASED);
        assertThat(rows("vault.archived_key", old.space())).isZero();
        assertThat(state(young.space())).isEqualTo(SpaceState.CLOSED);
        assertThat(records.latest(old.space()).orElseThrow().reason()).isEqualTo(Closings.Reason.TERM);
        // the trace of the erasure is new; it stays ten years from now
        assertThat(rows("account.closing", old.space())).isGreaterThanOrEqualTo(1);
    }

    @Test
    @Requirement("ENR-13")
    void aSpaceThatACopyOfTheDatabaseBringsBackIsErasedAgain() {
        Left alice = somebody();
        done(close(People.citizen(alice.space()), alice.space(), Closings.Reason.HOLDER, true));
        erasures.goOn();
        graceIsOver(alice.space());
        // as if the database were from before
        DATABASE.superuser().sql("""
                        update account.space set state = 'ACTIVATED', activated_at = now() - interval '3 days'
                         where space_id = :space
                        """).param("space", alice.space().value()).update();
        deposit(alice.space());
        assertThat(closedForLong.eraseAgain()).isGreaterThanOrEqualTo(1);
        assertThat(state(alice.space())).isEqualTo(SpaceState.ERASED);
        assertThat(rows("vault.space_key", alice.space())).isZero();
        assertThat(records.latest(alice.space()).orElseThrow().reason()).isEqualTo(Closings.Reason.RESTORE);
        // who came back by themselves since stays
        graceIsOver(alice.space());
        done(spaces.happen(alice.space(), SpaceLife.Event.ACTIVATE));
        closedForLong.eraseAgain();
        assertThat(state(alice.space())).isEqualTo(SpaceState.ACTIVATED);
    }

    @ParameterizedTest
    @EnumSource(SpaceState.class)
    @Requirement("ENR-06")
    void whatTheTableDoesNotAllowChangesNothingFromAnyState(SpaceState from) {
        for (SpaceLife.Event event : SpaceLife.Event.values()) {
            Person person = person(LocalDate.of(1984, 5, 12));
            SpaceId space = new SpaceId(UUID.randomUUID());
            new TestSpaces(DATABASE.client(), directory).add(space, person, from);
            Outcome<SpaceState> outcome = spaces.happen(space, event);
            Optional<SpaceState> after = SpaceLife.after(from, event);
            if (after.isPresent()) {
                assertThat(done(outcome)).isEqualTo(after.get());
            } else {
                assertThat(refusal(outcome)).isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
            }
            assertThat(state(space)).isEqualTo(after.orElse(from));
        }
        SpaceId shut = new SpaceId(UUID.randomUUID());
        new TestSpaces(DATABASE.client(), directory).add(shut, person(LocalDate.of(1984, 5, 12)), from);
        if (SpaceLife.after(from, SpaceLife.Event.CLOSE).isEmpty()) {
            assertThat(refusal(closings.close(shut, Closings.Reason.SUPPORT)))
                    .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
            assertThat(state(shut)).isEqualTo(from);
            assertThat(rows("account.closing", shut)).isZero();
        }
        if (SpaceLife.after(from, SpaceLife.Event.ERASE).isEmpty()) {
            assertThat(refusal(closings.erase(shut, new Closings.Wish(Closings.Reason.TERM, "", true))))
                    .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
            assertThat(rows("account.closing", shut) + rows("account.erasure", shut))
                    .isZero();
        }
    }

    private List<String> acts(SpaceId space) {
        return done(doors.enter(
                People.citizen(space),
                space,
                new Act.ReadHistory(),
                visit -> Outcome.done(history
                        .newest(visit, ids -> documents.standing(visit, ids), trace -> true, Optional.empty(), 50)
                        .items()
                        .stream()
                        .map(line -> line.trace().act())
                        .toList())));
    }

    /// Both looks are taken, as if the time between them were over.
    private void graceIsOver(SpaceId space) {
        await().until(() -> {
            DATABASE.superuser()
                    .sql("update account.erasure set due_at = now() where space_id = :space and finished_at is null")
                    .param("space", space.value())
                    .update();
            erasures.goOn();
            return erasures.finished(space);
        });
    }

    private static void closedAt(SpaceId space, String ago) {
        DATABASE.superuser()
                .sql("update account.space set closed_at = now() - cast(:ago as interval) where space_id = :space")
                .param("ago", ago)
                .param("space", space.value())
                .update();
    }

    private static Mandate mandate(Mandate.Kind kind) {
        return new Mandate(kind, Set.of(), Optional.empty());
    }
}

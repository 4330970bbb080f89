package fr.monespacesante.access;

import static fr.monespacesante.access.People.CLAIRE_SPACE;
import static fr.monespacesante.access.People.LEFEVRE;
import static fr.monespacesante.access.People.MARCEL_SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The one way in, on a real database.
class DoorsModuleTests {
    private static final Act LIST = new Act.ListDocuments();
    private static final Act BLOCK = new Act.ChangeRights(Act.RightsChange.BLOCK);
    private static final Act.DeclareConsent CONSENT = new Act.DeclareConsent(Optional.empty());

    private final TestDoors house = new TestDoors();
    private final Doors doors = house.doors;

    @BeforeEach
    void twoSpaces() {
        house.directory.add(CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        house.directory.add(MARCEL_SPACE, TestSpaces.MARCEL, SpaceState.OPEN);
    }

    @Test
    @Requirement("TRC-01")
    void everyAccessLeavesItsTrace() {
        consent(People.doctor());
        doors.enter(People.doctor(), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing);
        List<Trace> history = history();
        assertThat(history).hasSize(2);
        Trace listing = history.getFirst();
        assertThat(listing.act()).isEqualTo("LIST_DOCUMENTS");
        assertThat(listing.right()).isEqualTo("CONSENT");
        assertThat(listing.outcome()).isEqualTo(Trace.DONE);
        assertThat(listing.actor().name()).isEqualTo("Dr Antoine LEFÈVRE", false);
        assertThat(listing.actor().structureName()).isEqualTo("Cabinet médical des Tilleuls");
    }

    @Test
    @Requirement("TRC-01")
    @Requirement("SEC-03")
    void aBodyThatThrowsLeavesNeitherRowsNorTrace() {
        assertThatThrownBy(() -> doors.enter(People.citizen(CLAIRE_SPACE), CLAIRE_SPACE, BLOCK, visit -> {
                    house.blocks.block(visit, LEFEVRE, "Dr Antoine LEFÈVRE", false);
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(house.count("access.rights")).isZero();
        assertThat(house.count("audit.trace")).isZero();
        assertThat(house.count("vault.space_key")).isZero();
    }

    @Test
    @Requirement("TRC-01")
    void aRefusalUndoesWhatTheBodyWroteAndIsTraced() {
        Outcome<Rights> outcome = doors.enter(People.citizen(CLAIRE_SPACE), CLAIRE_SPACE, BLOCK, visit -> {
            house.blocks.block(visit, LEFEVRE, "Dr Antoine LEFÈVRE", false);
            return Outcome.refused(Problem.MALFORMED, "name");
        });
        assertThat(outcome).isEqualTo(Outcome.refused(Problem.MALFORMED, "name"));
        assertThat(house.count("access.rights")).isZero();
        assertThat(history()).singleElement().satisfies(trace -> {
            assertThat(trace.outcome()).isEqualTo("MALFORMED");
            assertThat(trace.right()).isEqualTo(Trace.NO_RIGHT);
        });
    }

    @Test
    @Requirement("TRC-01")
    void aDecisionAgainstIsTracedAndTheBodyDoesNotRun() {
        Outcome<String> outcome = doors.enter(People.doctor(), CLAIRE_SPACE, LIST, visit -> {
            throw new AssertionError("let in");
        });
        assertThat(outcome).isEqualTo(Outcome.refused(Problem.CONSENT_NEEDED));
        assertThat(history())
                .singleElement()
                .satisfies(trace -> assertThat(trace.outcome()).isEqualTo("CONSENT_NEEDED"));
    }

    @Test
    @Requirement("TRC-01")
    void whenTheTraceCannotBeWrittenTheAccessDidNotHappen() {
        house.database
                .superuser()
                .sql("revoke usage on schema audit from mes_app")
                .update();
        List<String> shown = new ArrayList<>();
        assertThatThrownBy(() -> {
                    Outcome<Rights> came = doors.enter(
                            People.citizen(CLAIRE_SPACE),
                            CLAIRE_SPACE,
                            BLOCK,
                            visit -> house.blocks.block(visit, LEFEVRE, "Dr Antoine LEFÈVRE", false));
                    shown.add(came.toString());
                })
                .isInstanceOf(RuntimeException.class);
        assertThat(shown).isEmpty();
        assertThat(house.count("access.rights")).isZero();
    }

    @Test
    @Requirement("ACC-09")
    @Requirement("TRC-01")
    void anUnknownPersonAndOneWithoutAnOpenSpaceAreTheSameAndTheAttemptIsKept() {
        Ins unknown = Ins.of("297111305521096");
        SpaceId closed = new SpaceId(UUID.randomUUID());
        house.database
                .superuser()
                .sql("update account.space set state = 'NOTIFIED' where space_id = :id")
                .param("id", MARCEL_SPACE.value())
                .update();
        Outcome<String> toUnknown = doors.enter(People.doctor(), unknown, LIST, DoorsModuleTests::nothing);
        Outcome<String> toNotOpen =
                doors.enter(People.doctor(), TestSpaces.MARCEL.ins(), LIST, DoorsModuleTests::nothing);
        Outcome<String> toNobody = doors.enter(People.doctor(), closed, LIST, DoorsModuleTests::nothing);
        assertThat(toUnknown).isEqualTo(Outcome.refused(Problem.SPACE_NOT_OPEN));
        assertThat(toNotOpen).isEqualTo(toUnknown);
        assertThat(toNobody).isEqualTo(toUnknown);
        assertThat(house.count("audit.activity where space_id is null")).isEqualTo(2);
        assertThat(house.count("audit.trace")).isEqualTo(1);
    }

    @Test
    @Requirement("ACC-09")
    void aCitizenInAnothersSpaceFindsNothing() {
        assertThat(doors.enter(People.citizen(MARCEL_SPACE), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        assertThat(history())
                .singleElement()
                .satisfies(trace -> assertThat(trace.outcome()).isEqualTo("NOT_FOUND"));
    }

    @Test
    @Requirement("SEC-03")
    void aVisitOpensRowSecurityForItsSpaceAlone() {
        consent(People.doctor());
        doors.enter(People.doctor(), MARCEL_SPACE, CONSENT, visit -> house.consents.declare(visit, CONSENT));
        Outcome<Long> seen = doors.enter(
                People.doctor(),
                CLAIRE_SPACE,
                LIST,
                visit -> Outcome.done(house.client
                        .sql("select count(*) from access.rights")
                        .query((row, number) -> row.getLong(1))
                        .single()));
        assertThat(seen).isEqualTo(Outcome.done(1L));
        assertThat(house.count("access.rights")).isEqualTo(2);
        assertThat(house.client
                        .sql("select count(*) from access.rights")
                        .query((row, number) -> row.getLong(1))
                        .single())
                .as("outside any visit")
                .isZero();
    }

    @Test
    @Requirement("SEC-03")
    void noDoorOpensInsideAnother() {
        assertThatThrownBy(() -> doors.enter(
                        People.citizen(CLAIRE_SPACE),
                        CLAIRE_SPACE,
                        LIST,
                        visit -> doors.enter(
                                People.laboratory(), MARCEL_SPACE, new Act.FindSpace(), DoorsModuleTests::nothing)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Requirement("ACC-01")
    void anAgreementLetsInUntilItEnds() {
        consent(People.doctor());
        assertThat(doors.enter(People.doctor(), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing))
                .isEqualTo(Outcome.done("in"));
        house.now = house.now.plus(Duration.ofHours(12));
        assertThat(doors.enter(People.doctor(), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing))
                .isEqualTo(Outcome.refused(Problem.CONSENT_NEEDED));
    }

    @Test
    @Requirement("ACC-01")
    void theCitizenEndsAnAgreementAtOnce() {
        UUID agreement = consent(People.doctor());
        Outcome<Rights> ended = doors.enter(
                People.citizen(CLAIRE_SPACE),
                CLAIRE_SPACE,
                new Act.ChangeRights(Act.RightsChange.END_CONSENT),
                visit -> house.consents.end(visit, agreement));
        assertThat(ended).isInstanceOf(Outcome.Done.class);
        assertThat(doors.enter(People.doctor(), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing))
                .isEqualTo(Outcome.refused(Problem.CONSENT_NEEDED));
    }

    @Test
    @Requirement("ACC-01")
    void anAgreementInThePastOrForMoreThanAYearIsRefused() {
        for (Duration length : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(367))) {
            Act.DeclareConsent act = new Act.DeclareConsent(Optional.of(house.now.plus(length)));
            assertThat(doors.enter(People.doctor(), CLAIRE_SPACE, act, visit -> house.consents.declare(visit, act)))
                    .isEqualTo(Outcome.refused(
                            length.isPositive() ? Problem.END_TOO_FAR : Problem.END_IN_THE_PAST, "until"));
        }
    }

    @Test
    @Requirement("ACC-03")
    void whoIsBlockedIsRefusedEverythingAndLosesTheirAgreement() {
        consent(People.doctor());
        doors.enter(
                People.citizen(CLAIRE_SPACE),
                CLAIRE_SPACE,
                BLOCK,
                visit -> house.blocks.block(visit, LEFEVRE, "Dr Antoine LEFÈVRE", false));
        Caller inEmergency = People.professional(
                LEFEVRE, "10", new Caller.Purpose.Emergency(true, true, "found unconscious in the street"));
        for (Act act :
                List.of(LIST, new Act.FindSpace(), CONSENT, new Act.ReadDocument(new DocumentId(UUID.randomUUID())))) {
            for (Caller caller : List.of(People.doctor(), inEmergency)) {
                assertThat(doors.enter(caller, CLAIRE_SPACE, act, DoorsModuleTests::nothing))
                        .isEqualTo(Outcome.refused(Problem.ACCESS_REFUSED));
            }
        }
        doors.enter(
                People.citizen(CLAIRE_SPACE),
                CLAIRE_SPACE,
                new Act.ChangeRights(Act.RightsChange.UNBLOCK),
                visit -> house.blocks.unblock(visit, LEFEVRE));
        assertThat(doors.enter(People.doctor(), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing))
                .as("agreements from before do not come back")
                .isEqualTo(Outcome.refused(Problem.CONSENT_NEEDED));
    }

    @Test
    @Requirement("ACC-05")
    @Requirement("TRC-01")
    void theReasonOfAnEmergencyIsInTheHistory() {
        Caller caller =
                People.professional(LEFEVRE, "10", new Caller.Purpose.Emergency(true, true, "found unconscious"));
        doors.enter(caller, CLAIRE_SPACE, LIST, DoorsModuleTests::nothing);
        assertThat(history()).singleElement().satisfies(trace -> {
            assertThat(trace.right()).isEqualTo("EMERGENCY");
            assertThat(trace.reason()).isEqualTo("found unconscious");
        });
    }

    @Test
    @Requirement("TRC-01")
    void theHoldersOwnBrowsingLeavesOneTraceAListAndSession() {
        Caller.Citizen first = People.citizen(CLAIRE_SPACE);
        Caller.Citizen later = new Caller.Citizen(first.own(), first.name(), true, first.channel());
        doors.enter(first, CLAIRE_SPACE, LIST, DoorsModuleTests::nothing);
        doors.enter(later, CLAIRE_SPACE, LIST, DoorsModuleTests::nothing);
        doors.enter(later, CLAIRE_SPACE, LIST, DoorsModuleTests::nothing);
        assertThat(house.count("audit.trace")).isEqualTo(1);
        doors.enter(
                later,
                CLAIRE_SPACE,
                new Act.ReadDocument(new DocumentId(UUID.randomUUID())),
                DoorsModuleTests::nothing);
        assertThat(house.count("audit.trace")).isEqualTo(2);
    }

    @Test
    @Requirement("NOT-04")
    void aListenerThatFailsUndoesWhatItWasToldOf() {
        house.listeners.add((visit, event) -> {
            throw new IllegalStateException("no notice");
        });
        assertThatThrownBy(() -> consent(People.doctor())).hasMessage("no notice");
        assertThat(house.count("access.rights")).isZero();
        assertThat(house.count("audit.trace")).isZero();
    }

    @Test
    @Requirement("SEC-02")
    void nothingThatAVisitWroteIsReadableInTheDatabase() {
        consent(People.doctor());
        doors.enter(People.doctor(), CLAIRE_SPACE, LIST, DoorsModuleTests::nothing);
        for (String table : List.of("access.rights", "audit.trace", "account.space", "vault.space_key")) {
            List<String> rows = house.database
                    .superuser()
                    .sql("select encode(t::text::bytea, 'escape') || encode(convert_to(t::text, 'UTF8'), 'escape')"
                            + " from " + table + " t")
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .list();
            assertThat(rows)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row)
                            .doesNotContain("LEF", "MARTIN", "DURAND", "2840531555", LEFEVRE.value(), "Tilleuls"));
        }
    }

    private UUID consent(Caller.Professional caller) {
        Outcome<Rights.Consent> declared =
                doors.enter(caller, CLAIRE_SPACE, CONSENT, visit -> house.consents.declare(visit, CONSENT));
        return ((Outcome.Done<Rights.Consent>) declared).value().id();
    }

    private List<Trace> history() {
        Outcome<List<Trace>> read = doors.enter(
                People.citizen(CLAIRE_SPACE),
                CLAIRE_SPACE,
                new Act.ReadHistory(),
                visit -> Outcome.done(
                        house
                                .history
                                .newest(visit, ids -> Map.of(), trace -> true, Optional.empty(), 50)
                                .items()
                                .stream()
                                .map(Traces.Numbered::trace)
                                .toList()));
        return ((Outcome.Done<List<Trace>>) read).value();
    }

    private static Outcome<String> nothing(Visit visit) {
        return Outcome.done("in");
    }
}

package fr.monespacesante.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.audit.Activities.Kind;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The rules on lines of activity, at their edges.
@Requirement("SUV-01")
class SupervisionModuleTests {
    private static final Operator OPERATOR = TestSupervision.OPERATOR;
    private static final Trace.Actor DOCTOR = TestSupervision.professional(1, "10");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestDoors house = new TestDoors();
    private final TestSupervision supervision = new TestSupervision(house);

    private Instant now() {
        return house.now;
    }

    private void later(Duration by) {
        house.now = house.now.plus(by);
    }

    private List<Rule.Code> raised() {
        supervision.watch.evaluate();
        return supervision.all().stream().map(Alert::rule).toList();
    }

    private Alert only() {
        supervision.watch.evaluate();
        List<Alert> all = supervision.all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) -> throw new AssertionError(problem + " " + where);
        };
    }

    private Rule rule(Rule.Code code) {
        return supervision.rules.all(OPERATOR).stream()
                .filter(rule -> rule.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private Outcome<Rule> change(Rule.Code code, int threshold, int minutes, Map<String, Integer> professions) {
        return supervision.rules.change(
                OPERATOR,
                new Rule(code, true, threshold, minutes, professions, rule(code).version()));
    }

    @Nested
    class AtTheThreshold {
        @Test
        void fortyPatientsInAnHourAreAnAlertAndThirtyNineAreNone() {
            supervision.reads(DOCTOR, 39, now());
            assertThat(raised()).isEmpty();
            supervision.reads(DOCTOR, 1, now());
            assertThat(only()).satisfies(alert -> {
                assertThat(alert.rule()).isEqualTo(Rule.Code.PATIENTS);
                assertThat(alert.count()).isEqualTo(40);
                assertThat(alert.threshold()).isEqualTo(40);
                assertThat(alert.state()).isEqualTo(Alert.State.OPEN);
                assertThat(alert.content().suspect().name()).isEqualTo("Dr Planté NUMERO1");
                assertThat(alert.content().suspect().structure()).isEqualTo("Cabinet planté");
            });
        }

        @Test
        void manyDocumentsOfOnePatientAreNone() {
            UUID patient = UUID.randomUUID();
            for (int i = 0; i < 60; i++) {
                supervision.did(DOCTOR, i % 2 == 0 ? Kind.READ : Kind.LISTED, patient, now());
            }
            assertThat(raised()).isEmpty();
        }

        @Test
        void writingAndFindingDoNotCountAsReading() {
            for (int i = 0; i < 60; i++) {
                supervision.did(DOCTOR, i % 2 == 0 ? Kind.WROTE : Kind.FOUND, UUID.randomUUID(), now());
            }
            assertThat(raised()).isEmpty();
        }

        @Test
        void aProfessionHasItsOwnThreshold() {
            Trace.Actor pharmacist = TestSupervision.professional(2, "21");
            supervision.reads(pharmacist, 79, now());
            assertThat(raised()).isEmpty();
            supervision.reads(pharmacist, 1, now());
            assertThat(only().threshold()).isEqualTo(80);
        }

        @Test
        void softwareOfALaboratoryIsNotAProfessional() {
            Trace.Actor software =
                    new Trace.Actor("SOFTWARE", "1310098765", "LaboSoft", null, "1310098765", "Labo", "FHIR");
            supervision.reads(software, 200, now());
            assertThat(raised()).isEmpty();
        }

        @Test
        void fiveEmergenciesInADay() {
            for (int i = 0; i < 4; i++) {
                supervision.did(DOCTOR, Kind.EMERGENCY, UUID.randomUUID(), now().minus(HOUR.multipliedBy(5L * i)));
            }
            assertThat(raised()).isEmpty();
            supervision.did(DOCTOR, Kind.EMERGENCY, UUID.randomUUID(), now());
            assertThat(raised()).containsExactly(Rule.Code.EMERGENCIES);
        }

        @Test
        void twentyRefusalsOfWhoeverItIs() {
            Trace.Actor citizen = new Trace.Actor(
                    "CITIZEN", UUID.randomUUID().toString(), "Planted CITIZEN", null, null, null, "PORTAL");
            for (int i = 0; i < 19; i++) {
                supervision.did(citizen, Kind.REFUSED, UUID.randomUUID(), now());
            }
            assertThat(raised()).isEmpty();
            supervision.did(citizen, Kind.REFUSED, UUID.randomUUID(), now());
            assertThat(only().content().suspect().name()).isEmpty();
        }

        @Test
        void tenAttemptsOnSpacesThatDoNotExist() {
            for (int i = 0; i < 9; i++) {
                supervision.did(DOCTOR, Kind.UNKNOWN_SPACE, null, now());
            }
            assertThat(raised()).isEmpty();
            supervision.did(DOCTOR, Kind.UNKNOWN_SPACE, null, now());
            assertThat(raised()).containsExactly(Rule.Code.UNKNOWN_SPACES);
        }

        @Test
        @Requirement("AUT-06")
        void tenAccountsTriedFromOneAddress() {
            for (int i = 0; i < 30; i++) {
                supervision.signIns.note("always.the.same", "192.0.2.1");
            }
            for (int i = 0; i < 9; i++) {
                supervision.signIns.note("person." + i, "203.0.113.9");
            }
            assertThat(raised()).isEmpty();
            supervision.signIns.note("PERSON.9", "203.0.113.9");
            assertThat(only()).satisfies(alert -> {
                assertThat(alert.rule()).isEqualTo(Rule.Code.SPRAYED_ADDRESS);
                assertThat(alert.content().suspect().id()).isEqualTo("203.0.113.9");
            });
        }

        @Test
        @Requirement("AUT-06")
        void threeHundredFailuresOverTheWholeService() {
            for (int i = 0; i < 299; i++) {
                supervision.signIns.note("person." + i, "198.51.100." + i);
            }
            assertThat(raised()).isEmpty();
            supervision.signIns.note("person.299", "198.51.101.1");
            assertThat(raised()).containsExactly(Rule.Code.SPRAYED_SERVICE);
        }
    }

    @Nested
    class AtTheEdgesOfTheWindow {
        @Test
        void whatIsAnHourOldIsOutAndWhatIsNewerIsIn() {
            supervision.reads(DOCTOR, 1, now().minus(HOUR));
            supervision.reads(DOCTOR, 39, now());
            assertThat(raised()).isEmpty();
            supervision.reads(DOCTOR, 1, now().minus(HOUR).plusMillis(1));
            assertThat(raised()).hasSize(1);
        }

        @Test
        void aBurstAcrossAFullHourIsSeen() {
            house.now = Instant.parse("2026-11-21T11:10:00Z");
            supervision.reads(DOCTOR, 20, Instant.parse("2026-11-21T10:55:00Z"));
            supervision.reads(DOCTOR, 20, Instant.parse("2026-11-21T11:05:00Z"));
            assertThat(raised()).containsExactly(Rule.Code.PATIENTS);
        }

        @Test
        void theNightIsThatOfParis() {
            // 21:59 and 6:00 in Paris are day
            house.now = Instant.parse("2026-11-21T20:59:30Z");
            supervision.reads(DOCTOR, 20, Instant.parse("2026-11-21T20:59:00Z"));
            assertThat(raised()).isEmpty();
            house.now = Instant.parse("2026-11-22T05:00:30Z");
            supervision.reads(DOCTOR, 20, Instant.parse("2026-11-22T05:00:00Z"));
            assertThat(raised()).isEmpty();
        }

        @Test
        void fifteenPatientsInTheNightAreAnAlert() {
            house.now = Instant.parse("2026-11-22T05:00:00Z");
            supervision.reads(DOCTOR, 14, Instant.parse("2026-11-22T04:59:59Z"));
            assertThat(raised()).isEmpty();
            supervision.reads(DOCTOR, 1, Instant.parse("2026-11-22T04:30:00Z"));
            assertThat(raised()).containsExactly(Rule.Code.NIGHT);
        }

        @Test
        void whatHappenedWhileNobodyEvaluatedIsFoundAfterwards() {
            supervision.watch.evaluate();
            supervision.reads(DOCTOR, 40, now().plus(HOUR));
            later(Duration.ofHours(5));
            assertThat(only().raisedAt()).isBefore(now().minus(Duration.ofHours(3)));
        }
    }

    @Nested
    class TheLifeOfAnAlert {
        @Test
        void goingOnIsTheSameAlertWithAHigherFigure() {
            supervision.reads(DOCTOR, 40, now());
            Alert first = only();
            later(Duration.ofMinutes(5));
            supervision.reads(DOCTOR, 10, now());
            assertThat(only()).satisfies(alert -> {
                assertThat(alert.id()).isEqualTo(first.id());
                assertThat(alert.count()).isEqualTo(50);
                assertThat(alert.lastAt()).isEqualTo(now());
            });
        }

        @Test
        void isAcknowledgedThenClosedWithAComment() {
            supervision.reads(DOCTOR, 40, now());
            Alert alert = only();
            assertThat(supervision.alerts.close(OPERATOR, alert.id(), "Too early"))
                    .isEqualTo(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED));
            done(supervision.alerts.acknowledge(OPERATOR, alert.id()));
            assertThat(supervision.alerts.acknowledge(OPERATOR, alert.id()))
                    .isEqualTo(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED));
            assertThat(supervision.alerts.close(OPERATOR, alert.id(), " "))
                    .isEqualTo(Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "comment"));
            Alert closed = done(supervision.alerts.close(OPERATOR, alert.id(), "Campagne de vaccination"));
            assertThat(closed.content().acknowledgedBy()).isEqualTo("Élodie PERRIN");
            assertThat(closed.content().closedBy()).isEqualTo("Élodie PERRIN");
            assertThat(done(supervision.alerts.open(OPERATOR, alert.id()))
                            .content()
                            .comment())
                    .isEqualTo("Campagne de vaccination");
            assertThat(supervision.alerts.acknowledge(OPERATOR, UUID.randomUUID()))
                    .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        }

        @Test
        void whatWasHandledIsNotEvidenceAgain() {
            supervision.reads(DOCTOR, 40, now());
            Alert alert = only();
            done(supervision.alerts.acknowledge(OPERATOR, alert.id()));
            later(Duration.ofMinutes(1));
            assertThat(only().state()).isEqualTo(Alert.State.ACKNOWLEDGED);
            supervision.reads(DOCTOR, 39, now());
            assertThat(only().state()).isEqualTo(Alert.State.ACKNOWLEDGED);
        }

        @Test
        void anAcknowledgedAlertThatGoesOnIsOpenAgain() {
            supervision.reads(DOCTOR, 40, now());
            done(supervision.alerts.acknowledge(OPERATOR, only().id()));
            later(Duration.ofMinutes(1));
            supervision.reads(DOCTOR, 40, now());
            assertThat(only()).satisfies(alert -> {
                assertThat(alert.state()).isEqualTo(Alert.State.OPEN);
                assertThat(alert.times()).isEqualTo(2);
            });
        }

        @Test
        void aClosedAlertStaysClosedAndWhatFollowsIsANewOne() {
            supervision.reads(DOCTOR, 40, now());
            UUID first = only().id();
            done(supervision.alerts.acknowledge(OPERATOR, first));
            done(supervision.alerts.close(OPERATOR, first, "Vu"));
            later(Duration.ofMinutes(1));
            assertThat(only().state()).isEqualTo(Alert.State.CLOSED);
            supervision.reads(DOCTOR, 40, now());
            supervision.watch.evaluate();
            assertThat(supervision.all())
                    .extracting(Alert::state)
                    .containsExactly(Alert.State.OPEN, Alert.State.CLOSED);
        }

        @Test
        void twoNodesAtOnceMakeOneAlert() throws InterruptedException, ExecutionException {
            supervision.reads(DOCTOR, 45, now());
            TestSupervision other = TestSupervision.node(house);
            try (var nodes = Executors.newFixedThreadPool(8)) {
                for (Future<?> done : IntStream.range(0, 24)
                        .<Future<?>>mapToObj(
                                i -> nodes.submit(() -> (i % 2 == 0 ? supervision : other).watch.evaluate()))
                        .toList()) {
                    done.get();
                }
            }
            assertThat(supervision.all()).hasSize(1);
        }

        @Test
        void isFoundByStateAndRulePageByPage() {
            for (int i = 1; i <= 5; i++) {
                supervision.reads(TestSupervision.professional(i, "10"), 40, now());
            }
            supervision.watch.evaluate();
            var first = supervision.alerts.newest(
                    OPERATOR, Optional.of(Alert.State.OPEN), Optional.of(Rule.Code.PATIENTS), Optional.empty(), 3);
            var second = supervision.alerts.newest(
                    OPERATOR,
                    Optional.of(Alert.State.OPEN),
                    Optional.empty(),
                    first.next().map(UUID::fromString),
                    3);
            assertThat(first.items()).hasSize(3);
            assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
            assertThat(second.next()).isEmpty();
            assertThat(supervision
                            .alerts
                            .newest(OPERATOR, Optional.empty(), Optional.of(Rule.Code.NIGHT), Optional.empty(), 3)
                            .items())
                    .isEmpty();
        }
    }

    @Nested
    class TheThresholds {
        @Test
        void aChangeHoldsAtTheNextEvaluation() {
            supervision.reads(DOCTOR, 10, now());
            assertThat(raised()).isEmpty();
            done(change(Rule.Code.PATIENTS, 10, 60, Map.of()));
            assertThat(only().threshold()).isEqualTo(10);
        }

        @Test
        void aRuleThatIsOffRaisesNothing() {
            Rule patients = rule(Rule.Code.PATIENTS);
            done(supervision.rules.change(
                    OPERATOR, new Rule(patients.code(), false, 40, 60, Map.of(), patients.version())));
            supervision.reads(DOCTOR, 100, now());
            assertThat(raised()).isEmpty();
        }

        @Test
        void aLowerThresholdOfOneProfessionIsForItAlone() {
            done(change(Rule.Code.PATIENTS, 40, 60, Map.of("60", 5)));
            supervision.reads(DOCTOR, 39, now());
            supervision.reads(TestSupervision.professional(3, "60"), 5, now());
            assertThat(only().content().suspect().profession()).isEqualTo("60");
        }

        @Test
        void oldAndNewValueAreInTheJournal() {
            done(change(Rule.Code.PATIENTS, 50, 30, Map.of("21", 90)));
            assertThat(supervision.journal()).last().satisfies(trace -> {
                assertThat(trace.agent()).isEqualTo("elodie.perrin");
                assertThat(trace.act()).isEqualTo("CHANGE_RULE");
                assertThat(trace.detail())
                        .isEqualTo("PATIENTS: threshold 40 → 50, minutes 60 → 30, profession 21 80 → 90,"
                                + " profession 60 60 → –");
            });
        }

        @Test
        void senselessValuesAreRefusedWithTheirField() {
            assertThat(change(Rule.Code.PATIENTS, 0, 60, Map.of()))
                    .isEqualTo(Outcome.refused(Problem.MALFORMED, "threshold"));
            assertThat(change(Rule.Code.PATIENTS, 100_001, 60, Map.of()))
                    .isEqualTo(Outcome.refused(Problem.MALFORMED, "threshold"));
            assertThat(change(Rule.Code.PATIENTS, 1, 0, Map.of()))
                    .isEqualTo(Outcome.refused(Problem.MALFORMED, "minutes"));
            assertThat(change(Rule.Code.PATIENTS, 1, 10_081, Map.of()))
                    .isEqualTo(Outcome.refused(Problem.MALFORMED, "minutes"));
            assertThat(change(Rule.Code.PATIENTS, 1, 60, Map.of("XX", 3)))
                    .isEqualTo(Outcome.refused(Problem.CODE_NOT_IN_VALUE_SET, "professions"));
            assertThat(change(Rule.Code.SPRAYED_ADDRESS, 1, 60, Map.of("10", 3)))
                    .isEqualTo(Outcome.refused(Problem.MALFORMED, "professions"));
        }

        @Test
        void twoOperatorsDoNotOverwriteEachOther() {
            Rule read = rule(Rule.Code.NIGHT);
            done(change(Rule.Code.NIGHT, 20, 60, Map.of()));
            assertThat(supervision.rules.change(OPERATOR, read)).isEqualTo(Outcome.refused(Problem.VERSION_MISMATCH));
        }
    }

    @Nested
    class WhatOthersSee {
        @Test
        void everyReadingIsInTheJournal() {
            supervision.reads(DOCTOR, 40, now());
            UUID id = only().id();
            done(supervision.alerts.open(OPERATOR, id));
            supervision.alerts.journal(OPERATOR, Optional.empty(), 10);
            assertThat(supervision.journal())
                    .extracting(AgentTrace::act)
                    .containsExactly("READ_ALERTS", "READ_ALERT", "READ_JOURNAL");
            assertThat(supervision.journal().get(1).subject()).isEqualTo(id);
        }

        @Test
        void noNameNumberOrAddressStandsInTheTables() {
            supervision.reads(DOCTOR, 40, now());
            for (int i = 0; i < 10; i++) {
                supervision.signIns.note("planted.login." + i, "203.0.113.9");
            }
            supervision.watch.evaluate();
            assertThat(supervision.all()).hasSize(2);
            StringBuilder dump = new StringBuilder();
            for (String table :
                    List.of("supervision.alert", "identity.failed_sign_in", "audit.agent_trace", "audit.activity")) {
                house.database
                        .superuser()
                        .sql("select row_to_json(t)::text as line, t.sealed from " + table + " t")
                        .query((row, number) ->
                                row.getString("line") + new String(row.getBytes("sealed"), StandardCharsets.UTF_8))
                        .list()
                        .forEach(dump::append);
            }
            assertThat(dump).isNotEmpty();
            assertThat(dump.toString())
                    .doesNotContain("NUMERO", "81000000001", "203.0.113.9", "planted", "Cabinet", "PERRIN");
        }

        @Test
        void theFiguresOfTheLastDayNameNobody() {
            supervision.reads(DOCTOR, 3, now().minus(HOUR));
            supervision.did(DOCTOR, Kind.REFUSED, UUID.randomUUID(), now());
            AlertDesk.Overview overview = supervision.alerts.overview();
            assertThat(overview.hours()).hasSize(2);
            assertThat(overview.hours().getFirst().count()).isEqualTo(3);
            assertThat(supervision.journal()).isEmpty();
        }
    }
}

package fr.monespacesante.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.People;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A citizen reports an access; an operator examines and answers; the citizen is told.
@Requirement("TRC-05")
class CasesModuleTests {
    private static final Operator OPERATOR = TestSupervision.OPERATOR;

    private final TestDoors house = new TestDoors();
    private final TestSupervision supervision = new TestSupervision(house);
    private final List<SpaceEvent> told = new ArrayList<>();

    @BeforeEach
    void aDoctorWasRefusedAndClaireSeesIt() {
        house.directory.add(People.CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        house.listeners.add((visit, event) -> told.add(event));
        house.doors.enter(
                People.doctor(), People.CLAIRE_SPACE, new Act.ListDocuments(), visit -> Outcome.done("never"));
        told.clear();
    }

    private Traces.Numbered newest() {
        return done(house.doors.enter(
                People.citizen(People.CLAIRE_SPACE),
                People.CLAIRE_SPACE,
                new Act.ReadHistory(),
                visit -> Outcome.done(house.history
                        .newest(
                                visit,
                                ids -> java.util.Map.of(),
                                trace -> trace.actor().kind().equals("PROFESSIONAL"),
                                Optional.empty(),
                                1)
                        .items()
                        .getFirst())));
    }

    private UUID reported(String words) {
        return done(supervision.cases.report(People.CLAIRE_SPACE, newest(), words));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) -> throw new AssertionError(problem + " " + where);
        };
    }

    private static Problem refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new AssertionError("it was done");
            case Outcome.Refused<?>(Problem problem, String _) -> problem;
        };
    }

    private List<String> journal() {
        return supervision.agents.newest(Optional.empty(), 50).items().reversed().stream()
                .map(AgentTraces.Numbered::trace)
                .map(AgentTrace::act)
                .toList();
    }

    @Test
    void goesFromReceivedToAnsweredAndTheCitizenIsTold() {
        UUID id = reported("Je ne connais pas ce médecin.");
        assertThat(supervision.cases.of(People.CLAIRE_SPACE)).singleElement().satisfies(told -> {
            assertThat(told.state()).isEqualTo(ReportedAccess.State.RECEIVED);
            assertThat(told.answer()).isEmpty();
            assertThat(told.trace()).isEqualTo(newest().number());
        });
        ReportedAccess seen = done(supervision.caseDesk.open(OPERATOR, id));
        assertThat(seen.content().actor().name()).isEqualTo("Dr Antoine LEFÈVRE");
        assertThat(seen.content().words()).isEqualTo("Je ne connais pas ce médecin.");
        done(supervision.caseDesk.examine(OPERATOR, id));
        done(supervision.caseDesk.answer(OPERATOR, id, true, "Cet accès n’était pas justifié."));
        assertThat(told).contains(new SpaceEvent.ReportAnswered(id));
        assertThat(supervision.cases.of(People.CLAIRE_SPACE))
                .singleElement()
                .satisfies(told -> assertThat(told.answer()).hasValueSatisfying(reply -> {
                    assertThat(reply.founded()).isTrue();
                    assertThat(reply.text()).isEqualTo("Cet accès n’était pas justifié.");
                }));
        assertThat(journal()).containsExactly("READ_CASE", "EXAMINE_CASE", "ANSWER_CASE");
    }

    @Test
    void anotherSpaceSeesNothingOfIt() {
        reported("");
        assertThat(supervision.cases.of(People.MARCEL_SPACE)).isEmpty();
    }

    @Test
    void aLineIsReportedOnce() {
        reported("");
        assertThat(refusal(supervision.cases.report(People.CLAIRE_SPACE, newest(), "again")))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
    }

    @Test
    void onesOwnAccessAndWordsWithoutEndAreRefused() {
        Traces.Numbered line = newest();
        assertThat(refusal(supervision.cases.report(People.CLAIRE_SPACE, line, "x".repeat(1001))))
                .isEqualTo(Problem.MALFORMED);
        assertThat(supervision.cases.report(People.CLAIRE_SPACE, line, "x".repeat(1000)))
                .isInstanceOf(Outcome.Done.class);
        Traces.Numbered own = done(house.doors.enter(
                People.citizen(People.CLAIRE_SPACE),
                People.CLAIRE_SPACE,
                new Act.ReadHistory(),
                visit -> Outcome.done(house.history
                        .newest(
                                visit,
                                ids -> java.util.Map.of(),
                                trace -> trace.actor().kind().equals("CITIZEN"),
                                Optional.empty(),
                                1)
                        .items()
                        .getFirst())));
        assertThat(refusal(supervision.cases.report(People.CLAIRE_SPACE, own, "")))
                .isEqualTo(Problem.CHANGE_NOT_ALLOWED);
    }

    @Test
    void noStepIsSkippedOrTakenTwice() {
        UUID id = reported("");
        assertThat(refusal(supervision.caseDesk.answer(OPERATOR, id, false, "Non.")))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        done(supervision.caseDesk.examine(OPERATOR, id));
        assertThat(refusal(supervision.caseDesk.examine(OPERATOR, id))).isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        assertThat(refusal(supervision.caseDesk.answer(OPERATOR, id, false, "  ")))
                .isEqualTo(Problem.REQUIRED_ELEMENT_MISSING);
        assertThat(refusal(supervision.caseDesk.answer(OPERATOR, id, false, "x".repeat(2001))))
                .isEqualTo(Problem.MALFORMED);
        done(supervision.caseDesk.answer(OPERATOR, id, false, "L’accès était justifié."));
        assertThat(refusal(supervision.caseDesk.answer(OPERATOR, id, true, "En fait non.")))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        assertThat(refusal(supervision.caseDesk.open(OPERATOR, UUID.randomUUID())))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void theAnswerIsKeptThoughTheSpaceWasClosedMeanwhile() {
        UUID id = reported("");
        done(supervision.caseDesk.examine(OPERATOR, id));
        house.database
                .superuser()
                .sql("update account.space set state = 'CLOSED'")
                .update();
        done(supervision.caseDesk.answer(OPERATOR, id, false, "L’accès était justifié."));
        assertThat(told).doesNotContain(new SpaceEvent.ReportAnswered(id));
    }

    @Test
    void neitherTheDocumentNorTheDeclaredReasonReachesTheOperator() {
        Caller.Professional urgent = People.professional(
                People.MARCHAND, "10", new Caller.Purpose.Emergency(true, true, "Coma, soupçon d’intoxication"));
        SpaceId space = People.CLAIRE_SPACE;
        house.doors.enter(urgent, space, new Act.ListDocuments(), visit -> Outcome.done("seen"));
        UUID id = reported("");
        assertThat(done(supervision.caseDesk.open(OPERATOR, id)).toString()
                        + done(supervision.caseDesk.open(OPERATOR, id))
                                .content()
                                .right())
                .doesNotContain("Coma", "intoxication");
    }

    @Test
    void theTableShowsNoNameNorWords() {
        reported("Je ne connais pas ce médecin.");
        String row = house.database
                .superuser()
                .sql(
                        "select row_to_json(r)::text || convert_from(decode(replace(encode(sealed, 'hex'), '00', '20'), 'hex'),"
                                + " 'LATIN1') from supervision.reported r")
                .query((found, number) -> String.valueOf(found.getString(1)))
                .single();
        assertThat(row).doesNotContain("LEF", "Antoine", "Tilleuls", "médecin", "10001234567", "MARTIN");
    }
}

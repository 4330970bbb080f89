package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Problem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTests {
    @ParameterizedTest
    @EnumSource(Problem.class)
    @Requirement("ACC-09")
    void everyProblemHasItsAnswer(Problem problem) {
        assertThat(Problems.status(problem)).isBetween(400, 599);
        assertThat(Problems.words(problem)).endsWith(".");
        assertThat(IssueType.fromCode(Problems.issue(problem))).isNotNull();
    }
}

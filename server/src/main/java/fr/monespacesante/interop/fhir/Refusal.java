package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;

/// What is wrong with a request, found deep inside reading it. Caught in one place, `Entrance`, and answered like any
/// refusal; it never crosses into the domain.
final class Refusal extends RuntimeException {
    private final Problem problem;
    private final String where;
    private final String detail;

    Refusal(Problem problem, String where) {
        this(problem, where, "");
    }

    /// @param detail for the sender only, about what they sent; never logged
    Refusal(Problem problem, String where, String detail) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.where = where;
        this.detail = detail;
    }

    Problem problem() {
        return problem;
    }

    String where() {
        return where;
    }

    String detail() {
        return detail;
    }

    /// The value, or the refusal thrown.
    static <T> T valueOf(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) -> throw new Refusal(problem, where);
        };
    }
}

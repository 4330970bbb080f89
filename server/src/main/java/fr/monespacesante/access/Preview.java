package fr.monespacesante.access;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;

/// The record through a professional's eyes (ACC-11): the same decision that the professional would meet, taken for
/// the holder who wants to see what it gives.
public final class Preview {
    private final Rules rules;

    Preview(Rules rules) {
        this.rules = rules;
    }

    /// @param visit of the holder or a representative, for `PreviewAs`
    /// @return the visit narrowed to what the professional would see of what the visitor may know of; refused with
    /// what the professional would be told
    public Outcome<Visit> as(Visit visit, Caller.Professional professional) {
        boolean asked = visit.act() instanceof Act.PreviewAs(var rpps) && rpps.equals(professional.rpps());
        if (!asked) {
            return Outcome.refused(Problem.ACCESS_REFUSED);
        }
        return switch (rules.decide(professional, new Act.ListDocuments(), Rules.Facts.fromWithin(visit))) {
            case Decision.Permit permit -> Outcome.done(Doors.narrowed(visit, permit.sees()));
            case Decision.Deny(Problem problem) -> Outcome.refused(problem);
        };
    }
}

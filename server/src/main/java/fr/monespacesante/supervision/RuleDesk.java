package fr.monespacesante.supervision;

import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The thresholds, changed by the operator while the service runs; the next evaluation goes by them.
public final class RuleDesk {
    private final RuleRows rows;
    private final Journal journal;

    RuleDesk(RuleRows rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    public List<Rule> all(Operator who) {
        return journal.traced(who, Journal.Act.READ_RULES, null, rows::all);
    }

    /// Changes one rule; old and new values are in the journal. Refused with `MALFORMED` (at
    /// `threshold`, `minutes` or
    /// `professions`), `CODE_NOT_IN_VALUE_SET` (at `professions`), or `VERSION_MISMATCH` when somebody else
    /// changed it since it was read.
    public Outcome<Rule> change(Operator who, Rule to) {
        if (to.threshold() < 1 || to.threshold() > Rule.HIGHEST) {
            return Outcome.refused(Problem.MALFORMED, "threshold");
        }
        if (to.minutes() < 1 || to.minutes() > Rule.LONGEST) {
            return Outcome.refused(Problem.MALFORMED, "minutes");
        }
        if (!to.professions().isEmpty() && !to.code().ofProfessionals()) {
            return Outcome.refused(Problem.MALFORMED, "professions");
        }
        for (Map.Entry<String, Integer> own : to.professions().entrySet()) {
            if (own.getValue() < 1 || own.getValue() > Rule.HIGHEST) {
                return Outcome.refused(Problem.MALFORMED, "professions");
            }
            if (Nomenclatures.national().profession(own.getKey()).isEmpty()) {
                return Outcome.refused(Problem.CODE_NOT_IN_VALUE_SET, "professions");
            }
        }
        return journal.inOne(() -> {
            Optional<Rule> before =
                    rows.all().stream().filter(rule -> rule.code() == to.code()).findFirst();
            if (before.isEmpty()) {
                return Outcome.refused(Problem.NOT_FOUND);
            }
            if (!rows.change(to)) {
                return Outcome.refused(Problem.VERSION_MISMATCH);
            }
            journal.note(who, Journal.Act.CHANGE_RULE, null, Optional.of(difference(before.get(), to)));
            return Outcome.done(to);
        });
    }

    /// Such as `PATIENTS: threshold 40 → 60, 21: 80 → –`.
    static String difference(Rule before, Rule to) {
        List<String> changes = new ArrayList<>();
        note(changes, "enabled", before.enabled(), to.enabled());
        note(changes, "threshold", before.threshold(), to.threshold());
        note(changes, "minutes", before.minutes(), to.minutes());
        TreeSet<String> professions = new TreeSet<>(before.professions().keySet());
        professions.addAll(to.professions().keySet());
        for (String profession : professions) {
            note(
                    changes,
                    "profession " + profession,
                    Optional.ofNullable(before.professions().get(profession))
                            .map(String::valueOf)
                            .orElse("–"),
                    Optional.ofNullable(to.professions().get(profession))
                            .map(String::valueOf)
                            .orElse("–"));
        }
        return to.code() + ": " + (changes.isEmpty() ? "unchanged" : String.join(", ", changes));
    }

    private static void note(List<String> changes, String what, Object before, Object now) {
        if (!before.equals(now)) {
            changes.add(what + " " + before + " → " + now);
        }
    }
}

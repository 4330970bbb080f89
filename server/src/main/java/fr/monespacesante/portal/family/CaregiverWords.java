package fr.monespacesante.portal.family;

import fr.monespacesante.account.Caregiver;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Option;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Caregivers in words, and what a form says of them.
public final class CaregiverWords {
    static final List<Option> LENGTHS = List.of(
            Option.of("MONTH", CaregiverText.LENGTH_MONTH),
            Option.of("QUARTER", CaregiverText.LENGTH_QUARTER),
            Option.of("HALF", CaregiverText.LENGTH_HALF),
            Option.of("YEAR", CaregiverText.LENGTH_YEAR));

    private CaregiverWords() {}

    public static CaregiverText state(Caregiver.State state) {
        return switch (state) {
            case INVITED -> CaregiverText.STATE_INVITED;
            case ACTIVE -> CaregiverText.STATE_ACTIVE;
            case DECLINED -> CaregiverText.STATE_DECLINED;
            case WITHDRAWN -> CaregiverText.STATE_WITHDRAWN;
            case ENDED -> CaregiverText.STATE_ENDED;
            case LEFT -> CaregiverText.STATE_LEFT;
            case LAPSED -> CaregiverText.STATE_LAPSED;
            case OVER -> CaregiverText.STATE_OVER;
        };
    }

    public static List<CaregiverText> can(Set<Mandate.Scope> scopes) {
        return scopes.stream()
                .sorted(Comparator.naturalOrder())
                .map(scope -> switch (scope) {
                    case READ -> CaregiverText.CAN_READ;
                    case ADD -> CaregiverText.CAN_ADD;
                    case AGENDA -> CaregiverText.CAN_AGENDA;
                    case MESSAGE -> CaregiverText.CAN_MESSAGE;
                })
                .toList();
    }

    public static List<CaregiverText> offered(Set<Mandate.Scope> scopes) {
        return scopes.stream()
                .sorted(Comparator.naturalOrder())
                .map(scope -> switch (scope) {
                    case READ -> CaregiverText.OFFER_READ;
                    case ADD -> CaregiverText.OFFER_ADD;
                    case AGENDA -> CaregiverText.OFFER_AGENDA;
                    case MESSAGE -> CaregiverText.OFFER_MESSAGE;
                })
                .toList();
    }

    /// What the boxes say.
    static Set<Mandate.Scope> scopes(Form form) {
        Set<Mandate.Scope> scopes = EnumSet.noneOf(Mandate.Scope.class);
        if (form.has("portee", "oui")) {
            scopes.add(Mandate.Scope.READ);
        }
        if (form.has("ajouter", "oui")) {
            scopes.add(Mandate.Scope.ADD);
        }
        if (form.has("messages", "oui")) {
            scopes.add(Mandate.Scope.MESSAGE);
        }
        return scopes;
    }

    /// The last day that the chosen length leads to; empty where none was chosen.
    ///
    /// @param latest for a child, the eve of the eighteenth birthday
    static Optional<LocalDate> lastDay(Form form, LocalDate today, Optional<LocalDate> latest) {
        Optional<LocalDate> chosen = switch (form.value("duree")) {
            case "MONTH" -> Optional.of(today.plusMonths(1));
            case "QUARTER" -> Optional.of(today.plusMonths(3));
            case "HALF" -> Optional.of(today.plusMonths(6));
            case "YEAR" -> Optional.of(today.plusYears(Caregiver.LONGEST_YEARS));
            default -> Optional.empty();
        };
        return chosen.map(day -> latest.filter(day::isAfter).orElse(day));
    }

    /// The form with the sentence for what was refused; empty for what no field explains.
    static Optional<Form> wrong(Form form, Problem problem, String where) {
        return switch (problem) {
            case MALFORMED -> Optional.of(form.wrong("email", CaregiverText.EMAIL_WRONG));
            case REQUIRED_ELEMENT_MISSING ->
                Optional.of(
                        where.equals("nom")
                                ? form.wrong("nom", CaregiverText.NAME_NEEDED)
                                : form.wrong("portee", CaregiverText.SCOPE_NEEDED));
            case END_IN_THE_PAST, END_TOO_FAR -> Optional.of(form.wrong("duree", CaregiverText.LENGTH_NEEDED));
            case TOO_MANY_CAREGIVERS -> Optional.of(form.wrong("nom", CaregiverText.FULL));
            default -> Optional.empty();
        };
    }

    /// Why a code opens nothing.
    static CaregiverText refusal(Problem problem) {
        return switch (problem) {
            case CODE_USED -> CaregiverText.CODE_USED;
            case CODE_EXPIRED -> CaregiverText.CODE_EXPIRED;
            case INVITATION_WITHDRAWN -> CaregiverText.CODE_WITHDRAWN;
            case ONESELF -> CaregiverText.CODE_ONESELF;
            case ALREADY_ACTS -> CaregiverText.CODE_ALREADY;
            case MINOR_NOT_ALONE -> CaregiverText.CODE_MINOR;
            case TOO_MANY_HELPED -> CaregiverText.CODE_FULL;
            case TOO_MANY_ATTEMPTS -> CaregiverText.CODE_SLOW;
            default -> CaregiverText.CODE_WRONG;
        };
    }
}

package fr.monespacesante.portal.rights;

import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import java.util.Optional;

/// A wish that was refused, as a sentence beside what was typed.
final class Wrong {
    private Wrong() {}

    /// Empty for what no change of the form can mend.
    static Optional<Form> in(Form form, Problem problem) {
        return switch (problem) {
            case NOT_A_DOCTOR -> Optional.of(form.wrong("rpps", RightsText.WRONG_NOT_A_DOCTOR));
            case BLOCKED_PROFESSIONAL -> Optional.of(form.wrong("rpps", RightsText.WRONG_BLOCKED));
            case ONESELF -> Optional.of(form.wrong("homonyme", RightsText.WRONG_ONESELF));
            case REASON_MISSING -> Optional.of(form.wrong("raison", RightsText.WRONG_NO_REASON));
            case MALFORMED -> Optional.of(form.wrong("raison", RightsText.WRONG_LONG_REASON));
            case REQUIRED_ELEMENT_MISSING -> Optional.of(form.wrong("nom", RightsText.WRONG_NO_NAME));
            case END_IN_THE_PAST -> Optional.of(form.wrong("jusqu-au", RightsText.WRONG_PAST));
            case END_TOO_FAR -> Optional.of(form.wrong("jusqu-au", RightsText.WRONG_FAR));
            case VERSION_MISMATCH -> Optional.of(form.wrong("rpps", RightsText.MEANWHILE));
            default -> Optional.empty();
        };
    }
}

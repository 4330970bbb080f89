package fr.monespacesante.portal.supervision;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.supervision.Alert;
import org.jspecify.annotations.Nullable;

/// An actor as an operator reads them.
///
/// @param number national identifier; empty for who has none
/// @param profession its label; empty for who has none
public record Who(Message name, String number, String profession, String structure) {
    static Who of(Alert.Suspect suspect) {
        Message name = switch (suspect.kind()) {
            case "ADDRESS" -> SupervisionText.WHO_ADDRESS.with(suspect.id());
            case "SERVICE" -> SupervisionText.WHO_SERVICE.plain();
            case "CITIZEN" -> SupervisionText.WHO_CITIZEN.plain();
            default -> Literal.of(suspect.name());
        };
        String number = national(suspect.kind()) ? suspect.id() : "";
        return new Who(name, number, profession(suspect.profession()), or(suspect.structure()));
    }

    static Who of(Trace.Actor actor) {
        return new Who(
                Literal.of(actor.name()),
                national(actor.kind()) ? actor.id() : "",
                profession(actor.profession()),
                or(actor.structureName()));
    }

    /// Profession and structure in one line.
    public String from() {
        return profession.isEmpty() || structure.isEmpty() ? profession + structure : profession + ", " + structure;
    }

    private static boolean national(String kind) {
        return kind.equals("PROFESSIONAL") || kind.equals("SOFTWARE");
    }

    static String profession(@Nullable String code) {
        return code == null
                ? ""
                : Nomenclatures.national()
                        .profession(code)
                        .map(known -> known.label())
                        .orElse(code);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

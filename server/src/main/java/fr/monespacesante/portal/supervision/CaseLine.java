package fr.monespacesante.portal.supervision;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.portal.Text;
import fr.monespacesante.portal.history.ActWords;
import fr.monespacesante.supervision.ReportedAccess;
import java.util.Optional;

/// A reported access in the list and on its page.
public record CaseLine(ReportedAccess report, Who who) {
    static CaseLine of(ReportedAccess report) {
        return new CaseLine(report, Who.of(report.content().actor()));
    }

    public String address() {
        return CasesController.PAGE + "/" + report.id();
    }

    public SupervisionText state() {
        return state(report.state());
    }

    public String badge() {
        return switch (report.state()) {
            case RECEIVED -> "fr-badge--error";
            case EXAMINED -> "fr-badge--info";
            case ANSWERED -> "fr-badge--success";
        };
    }

    public Text act() {
        return switch (report.content().act()) {
            case "FIND_SPACE" -> SupervisionText.CASE_FIND;
            case "LIST_DOCUMENTS" -> SupervisionText.CASE_LIST;
            case "READ_DOCUMENT" -> SupervisionText.CASE_READ;
            case "DEPOSIT_DOCUMENT" -> SupervisionText.CASE_DEPOSIT;
            case "CHANGE_DOCUMENT" -> SupervisionText.CASE_CHANGE;
            case "DELETE_DOCUMENT" -> SupervisionText.CASE_DELETE;
            case "DECLARE_CONSENT" -> SupervisionText.CASE_CONSENT;
            default -> SupervisionText.CASE_OTHER;
        };
    }

    public Optional<Text> right() {
        return ActWords.right(report.content().right()).map(text -> text);
    }

    public boolean refused() {
        return !report.content().outcome().equals(Trace.DONE);
    }

    static SupervisionText state(ReportedAccess.State state) {
        return switch (state) {
            case RECEIVED -> SupervisionText.RECEIVED;
            case EXAMINED -> SupervisionText.EXAMINED;
            case ANSWERED -> SupervisionText.ANSWERED;
        };
    }
}

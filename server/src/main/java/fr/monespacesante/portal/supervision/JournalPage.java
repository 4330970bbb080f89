package fr.monespacesante.portal.supervision;

import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Who among the agents looked at what.
public record JournalPage(List<Line> lines, boolean first, Optional<String> next) implements PageModel {
    /// One line.
    public record Line(Instant at, String agent, Message act, String detail) {
        static Line of(AgentTrace trace) {
            Message act = Arrays.stream(SupervisionText.values())
                    .filter(text -> text.name().equals("ACT_" + trace.act()))
                    .findFirst()
                    .map(SupervisionText::plain)
                    .orElseGet(() -> Literal.of(trace.act()));
            String subject = trace.subject() == null ? "" : trace.subject().toString();
            String detail = trace.detail() == null ? subject : trace.detail();
            return new Line(trace.at(), trace.name(), act, detail);
        }
    }

    @Override
    public Message title() {
        return SupervisionText.JOURNAL.plain();
    }

    @Override
    public Section section() {
        return Section.SUPERVISION;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(SupervisionController.PAGE, SupervisionText.TITLE), Crumb.of("", SupervisionText.JOURNAL));
    }
}

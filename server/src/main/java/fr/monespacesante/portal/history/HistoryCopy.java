package fr.monespacesante.portal.history;

import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Traces;
import java.util.List;
import org.springframework.stereotype.Component;

/// The history for a copy of everything: its lines as a citizen reads them, and the same as FHIR.
@Component
public class HistoryCopy {
    private final HistoryLines lines;

    HistoryCopy(HistoryLines lines) {
        this.lines = lines;
    }

    /// @param auditEvents a FHIR Bundle
    public record Lines(List<HistoryLine> lines, byte[] auditEvents) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    public Lines of(Visit visit, List<Traces.Numbered> traces) {
        return new Lines(lines.of(visit, traces, false), AuditEvents.bundle(traces, visit.now()));
    }
}

package fr.monespacesante.access;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.kernel.Page;
import java.util.Optional;
import java.util.function.Predicate;

/// The citizen's view of who did what in their space (TRC-02).
public final class History {
    private final Traces traces;

    History(Traces traces) {
        this.traces = traces;
    }

    /// The newest lines first.
    ///
    /// @param after the `next` of the page before; empty for the first
    public Page<Traces.Numbered> newest(Visit visit, Predicate<Trace> wanted, Optional<String> after, int size) {
        return traces.newest(visit.key(), wanted, after, size);
    }
}

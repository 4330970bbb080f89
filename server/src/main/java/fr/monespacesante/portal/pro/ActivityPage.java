package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the professional did, newest first: when, for whom, by what right and why.
///
/// @param next the last line of this page when more follow
public record ActivityPage(List<Line> lines, Optional<String> next) implements PageModel {
    public ActivityPage {
        lines = List.copyOf(lines);
    }

    /// @param patient of this session; nobody's name is kept longer
    /// @param from the place of work it was done for
    /// @param reason as declared; empty in ordinary care
    public record Line(Instant at, ProText act, Optional<Patient> patient, String from, ProText right, String reason) {}

    public Optional<String> further() {
        return next.map(last -> "/pro/activite?apres=" + last);
    }

    @Override
    public Message title() {
        return ProText.ACTIVITY.plain();
    }

    @Override
    public Section section() {
        return Section.ACTIVITY;
    }
}

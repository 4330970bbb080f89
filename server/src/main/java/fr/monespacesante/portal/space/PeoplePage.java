package fr.monespacesante.portal.space;

import fr.monespacesante.account.Mandate;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The people whose space one may open, oneself first; those whose space waits to be activated; and those who have
/// come of age since.
public record PeoplePage(List<Line> people, List<Line> waiting, List<Grown> grown) implements PageModel {
    public PeoplePage {
        people = List.copyOf(people);
        waiting = List.copyOf(waiting);
        grown = List.copyOf(grown);
    }

    /// @param kind empty for oneself
    /// @param lastDay of what lets one act there, where it has an end
    public record Line(
            String id, String name, boolean current, Optional<Mandate.Kind> kind, Optional<LocalDate> lastDay) {
        public boolean own() {
            return kind.isEmpty();
        }

        public Optional<PeopleText> as() {
            return kind.map(one -> switch (one) {
                case LEGAL_REPRESENTATIVE -> PeopleText.AS_CHILD;
                case GUARDIAN -> PeopleText.AS_PROTECTED;
                case CAREGIVER -> PeopleText.AS_HELPED;
            });
        }

        public boolean leaves() {
            return kind.filter(Mandate.Kind.CAREGIVER::equals).isPresent();
        }
    }

    /// A child who is none any more.
    public record Grown(String name, LocalDate since) {}

    @Override
    public Message title() {
        return PeopleText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    public boolean alone() {
        return people.size() < 2 && waiting.isEmpty() && grown.isEmpty();
    }
}

package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A relative asked to help (aidant), from the invitation to the end (REP-05).
///
/// @param name the person's own once they have accepted, until then as the holder calls them
/// @param who the space of the one who accepted; empty before
/// @param until the first moment they may do nothing any more
/// @param answerBy the first moment the invitation can no longer be accepted
/// @param changedAt when it came to this state
public record Caregiver(
        UUID id,
        State state,
        String name,
        Optional<SpaceId> who,
        Set<Mandate.Scope> scopes,
        Instant until,
        Instant answerBy,
        Instant changedAt,
        long version) {
    /// How many may help one person, those asked included.
    public static final int MOST = 3;
    /// How many people one person may help.
    public static final int MOST_HELPED = 5;
    /// The longest that help is agreed for at once, in years; it can be renewed.
    public static final int LONGEST_YEARS = 1;

    public Caregiver {
        scopes = Set.copyOf(scopes);
    }

    public enum State {
        INVITED,
        ACTIVE,
        /// The one who was asked said no.
        DECLINED,
        /// The holder took the invitation back.
        WITHDRAWN,
        /// The holder ended it.
        ENDED,
        /// The caregiver stepped down.
        LEFT,
        /// The invitation was not answered in time.
        LAPSED,
        /// The agreed end has come.
        OVER
    }

    /// Counts among the three: helps, or may still accept.
    public boolean counts() {
        return state == State.INVITED || state == State.ACTIVE;
    }

    Caregiver with(Set<Mandate.Scope> changed, Instant end) {
        return new Caregiver(id, state, name, who, changed, end, answerBy, changedAt, version + 1);
    }

    Caregiver as(Person person) {
        return new Caregiver(id, state, person.displayName(), who, scopes, until, answerBy, changedAt, version);
    }

    /// The last day of it, in France.
    public LocalDate lastDay() {
        return until.atZone(Deadlines.FRANCE).toLocalDate().minusDays(1);
    }

    public LocalDate lastDayToAnswer() {
        return answerBy.atZone(Deadlines.FRANCE).toLocalDate().minusDays(1);
    }

    @Override
    public String toString() {
        return "Caregiver[" + id + " " + state + "]";
    }
}

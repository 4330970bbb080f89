package fr.monespacesante.account;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceKeys;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Opens a closed space again, with all that was in it (ENR-10). The holder comes signed in, or through an
/// activation; a representative comes signed in. Nobody else, and no agent, brings a key out of the archive.
@Component
public final class Reopenings {
    private final Spaces spaces;
    private final Mandates mandates;
    private final SpaceKeys keys;
    private final ClosingLetters letters;
    private final Activation.After after;
    private final Clock clock;

    Reopenings(
            Spaces spaces,
            Mandates mandates,
            SpaceKeys keys,
            ClosingLetters letters,
            Activation.After after,
            Clock clock) {
        this.spaces = spaces;
        this.mandates = mandates;
        this.keys = keys;
        this.letters = letters;
        this.after = after;
        this.clock = clock;
    }

    /// What somebody who signed in may do about a space that is shut.
    public enum Offer {
        /// It is closed: all comes back.
        REOPEN,
        /// It is erased, or its holder has died: there is nothing to come back to this way.
        NOTHING
    }

    /// What to offer, to the person whose own space this is.
    ///
    /// @return empty when this space is not shut, or is none of this person's business
    public Optional<Offer> offer(SpaceId space, SpaceId own) {
        return spaces.find(space)
                .filter(found -> found.state().isShut() && mayOpen(space, own))
                .map(found -> found.state() == SpaceState.CLOSED ? Offer.REOPEN : Offer.NOTHING);
    }

    /// Refused with `NOT_FOUND` for a space of somebody else, with `TRANSITION_NOT_ALLOWED` when it is not closed.
    ///
    /// @param own space of who asks, who has shown both factors
    /// @param name of who asks
    public Outcome<SpaceState> reopen(SpaceId space, SpaceId own, String name) {
        if (!mayOpen(space, own)) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        return after.inTransaction(() -> {
            if (spaces.find(space)
                    .filter(found -> found.state() == SpaceState.CLOSED)
                    .isEmpty()) {
                return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
            }
            return spaces.happen(space, SpaceLife.Event.ACTIVATE).map(state -> {
                back(space, own.equals(space) ? Optional.empty() : Optional.of(own), name);
                return state;
            });
        });
    }

    /// Who comes back through an activation gets everything back too.
    @EventListener
    void activated(SpaceActivated event) {
        back(event.space(), Optional.empty(), "");
    }

    private void back(SpaceId space, Optional<SpaceId> delegate, String name) {
        if (keys.bringBack(space)) {
            after.events().publishEvent(new SpaceReopened(space, delegate, name));
            letters.reopened(space);
        }
    }

    private boolean mayOpen(SpaceId space, SpaceId own) {
        return space.equals(own)
                || mandates.representatives(space, clock.instant()).contains(own);
    }
}

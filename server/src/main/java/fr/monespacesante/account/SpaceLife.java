package fr.monespacesante.account;

import static fr.monespacesante.account.SpaceState.ACTIVATED;
import static fr.monespacesante.account.SpaceState.CLOSED;
import static fr.monespacesante.account.SpaceState.DECEASED;
import static fr.monespacesante.account.SpaceState.ERASED;
import static fr.monespacesante.account.SpaceState.NOTIFIED;
import static fr.monespacesante.account.SpaceState.OPEN;
import static fr.monespacesante.account.SpaceState.OPPOSED;

import java.util.List;
import java.util.Optional;

/// Every permitted move of a space, as data. `Spaces` is the only place that writes a state, and asks here
/// first.
public final class SpaceLife {
    /// What happens to a space.
    public enum Event {
        /// The person refuses the creation (ENR-04).
        OPPOSE,
        /// The time to oppose is over (ENR-06).
        OPEN,
        /// The person comes in for the first time (ENR-08), or comes back after having opposed or closed
        /// (ENR-10); after an erasure she finds it empty.
        ACTIVATE,
        /// The person makes the first login to a space that who represented them had activated (REP-03, REP-06).
        TAKE_OVER,
        CLOSE,
        /// The health insurance says that the person has died (ENR-17).
        DIE,
        /// It was wrong about that: the space is closed, and its holder may come back.
        DEATH_WITHDRAWN,
        ERASE
    }

    /// One line of the table.
    public record Move(SpaceState from, Event event, SpaceState to) {}

    public static final List<Move> MOVES = List.of(
            new Move(NOTIFIED, Event.OPPOSE, OPPOSED),
            new Move(NOTIFIED, Event.OPEN, OPEN),
            new Move(NOTIFIED, Event.ACTIVATE, ACTIVATED),
            new Move(OPEN, Event.ACTIVATE, ACTIVATED),
            new Move(OPPOSED, Event.ACTIVATE, ACTIVATED),
            new Move(CLOSED, Event.ACTIVATE, ACTIVATED),
            new Move(ACTIVATED, Event.TAKE_OVER, ACTIVATED),
            new Move(ERASED, Event.ACTIVATE, ACTIVATED),
            new Move(OPEN, Event.CLOSE, CLOSED),
            new Move(ACTIVATED, Event.CLOSE, CLOSED),
            new Move(NOTIFIED, Event.DIE, DECEASED),
            new Move(OPPOSED, Event.DIE, DECEASED),
            new Move(OPEN, Event.DIE, DECEASED),
            new Move(ACTIVATED, Event.DIE, DECEASED),
            new Move(CLOSED, Event.DIE, DECEASED),
            new Move(DECEASED, Event.DEATH_WITHDRAWN, CLOSED),
            new Move(CLOSED, Event.ERASE, ERASED),
            new Move(DECEASED, Event.ERASE, ERASED));

    private SpaceLife() {}

    /// The state after this event; empty when a space in this state cannot have it happen.
    public static Optional<SpaceState> after(SpaceState from, Event event) {
        return MOVES.stream()
                .filter(move -> move.from() == from && move.event() == event)
                .map(Move::to)
                .findFirst();
    }
}

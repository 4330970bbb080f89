package fr.monespacesante.account;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Closes a space, whoever asked for it (ENR-11, ENR-17).
@Component
public final class Closings {
    private final Spaces spaces;
    private final JdbcClient database;
    private final Activation.After after;

    Closings(Spaces spaces, JdbcClient database, Activation.After after) {
        this.spaces = spaces;
        this.database = database;
        this.after = after;
    }

    /// At whose wish a space was closed.
    public enum Reason {
        HOLDER,
        REPRESENTATIVE,
        /// The holder, on the phone with the 3422.
        SUPPORT,
        DEATH
    }

    /// Refused with `TRANSITION_NOT_ALLOWED` when the space is in no state to be closed.
    public Outcome<SpaceState> close(SpaceId space, Reason reason) {
        SpaceLife.Event event = reason == Reason.DEATH ? SpaceLife.Event.DIE : SpaceLife.Event.CLOSE;
        return after.inTransaction(() -> spaces.happen(space, event).map(state -> {
            database.sql("update account.space set closed_for = :reason where space_id = :space")
                    .param("reason", reason.name())
                    .param("space", space.value())
                    .update();
            after.events().publishEvent(new SpaceClosed(space, reason));
            return state;
        }));
    }
}

package fr.monespacesante.account;

import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Sessions;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceKeys;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Closes a space, whoever asked for it (ENR-11, ENR-17): its key goes to the archive, or is destroyed (ENR-13), its
/// login's sessions end, and a trace with a reference stays.
///
/// Who may ask is decided elsewhere: at the door (`Act.CloseSpace`), by the support's console, by the feed of deaths.
/// Of two who close at once the second is refused with `TRANSITION_NOT_ALLOWED`.
@Component
public final class Closings {
    private final Spaces spaces;
    private final JdbcClient database;
    private final Activation.After after;
    private final SpaceKeys keys;
    private final ClosingRecords records;
    private final Farewell farewell;

    Closings(
            Spaces spaces,
            JdbcClient database,
            Activation.After after,
            SpaceKeys keys,
            ClosingRecords records,
            Farewell farewell) {
        this.spaces = spaces;
        this.database = database;
        this.after = after;
        this.keys = keys;
        this.records = records;
        this.farewell = farewell;
    }

    /// At whose wish a space was closed.
    public enum Reason {
        HOLDER,
        REPRESENTATIVE,
        /// The holder, on the phone with the 3422.
        SUPPORT,
        DEATH,
        /// Ten years have passed: only ever an erasure.
        TERM,
        /// A database restored from a copy of before the erasure: it is erased again.
        RESTORE
    }

    /// What is asked.
    ///
    /// @param name of who asks, for the trace and the certificate; empty for the service itself
    /// @param erase everything at once, instead of keeping it in the archive
    public record Wish(Reason reason, String name, boolean erase) {}

    /// Keeps everything in the archive. Refused with `TRANSITION_NOT_ALLOWED` when the space is in no state to be
    /// closed.
    public Outcome<SpaceState> close(SpaceId space, Reason reason) {
        return close(space, new Wish(reason, "", false))
                .map(closing -> reason == Reason.DEATH ? SpaceState.DECEASED : SpaceState.CLOSED);
    }

    /// The same, as part of the running transaction where there is one.
    public Outcome<Closing> close(SpaceId space, Wish wish) {
        return after.inTransaction(() -> {
            Optional<Space> before = spaces.find(space);
            if (before.isEmpty()) {
                return Outcome.refused(Problem.NOT_FOUND);
            }
            if (!before.get().state().isShut()) {
                after.events().publishEvent(new SpaceClosing(space));
            }
            SpaceLife.Event event = wish.reason() == Reason.DEATH ? SpaceLife.Event.DIE : SpaceLife.Event.CLOSE;
            return spaces.happen(space, event).then(state -> {
                database.sql("update account.space set closed_for = :reason where space_id = :space")
                        .param("reason", wish.reason().name())
                        .param("space", space.value())
                        .update();
                Closing closing = records.add(before.get(), wish, wish.erase());
                farewell.tell(space, closing);
                if (wish.erase()) {
                    return erased(space, wish, closing);
                }
                keys.archive(space);
                shut(space, wish);
                return Outcome.done(closing);
            });
        });
    }

    /// Erases a space that is closed already. Refused with `TRANSITION_NOT_ALLOWED` when it is not.
    public Outcome<Closing> erase(SpaceId space, Wish wish) {
        return after.inTransaction(() -> spaces.find(space)
                .map(before -> erased(space, wish, records.add(before, wish, true)))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND)));
    }

    /// The key is destroyed here and now; the rest follows by `Erasures`.
    private Outcome<Closing> erased(SpaceId space, Wish wish, Closing closing) {
        return spaces.happen(space, SpaceLife.Event.ERASE).map(state -> {
            keys.destroy(space);
            farewell.erase(space);
            shut(space, wish);
            return closing;
        });
    }

    private void shut(SpaceId space, Wish wish) {
        farewell.endSessions(space);
        after.events().publishEvent(new SpaceClosed(space, wish.reason()));
    }

    /// What a closing brings with it elsewhere.
    interface Farewell {
        void tell(SpaceId space, Closing closing);

        void endSessions(SpaceId space);

        /// Has all that is left of the space removed.
        void erase(SpaceId space);
    }

    @Component
    static final class Parting implements Farewell {
        private final ClosingLetters letters;
        private final Citizens citizens;
        private final Sessions sessions;
        private final Erasures erasures;

        Parting(ClosingLetters letters, Citizens citizens, Sessions sessions, Erasures erasures) {
            this.letters = letters;
            this.citizens = citizens;
            this.sessions = sessions;
            this.erasures = erasures;
        }

        @Override
        public void tell(SpaceId space, Closing closing) {
            letters.closed(space, closing);
        }

        @Override
        public void endSessions(SpaceId space) {
            citizens.ofSpace(space).ifPresent(citizen -> sessions.endAll(citizen.id()));
        }

        @Override
        public void erase(SpaceId space) {
            erasures.begin(space);
        }
    }
}

package fr.monespacesante.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a message of the citizen's side has come to one addressee.
///
/// @param since when this state was reached
/// @param status enhanced status code (RFC 3463) of a failure or a delay; null while there is none
/// @param words of the server that refused, where it gave any
public record Delivery(
        Correspondent to,
        State state,
        Instant since,
        @Nullable String status,
        @Nullable String words) {
    public enum State {
        /// On its way.
        WAITING,
        /// On its way for hours; still tried.
        DELAYED,
        /// The operator of the addressee has it.
        SENT,
        /// The addressee's software has taken it in, or the professional of the portal has it in their list.
        RECEIVED,
        READ,
        /// It will not arrive.
        FAILED;

        boolean done() {
            return this == FAILED || this == SENT || this == RECEIVED || this == READ;
        }
    }

    static Delivery waiting(Correspondent to, Instant now) {
        return new Delivery(to, State.WAITING, now, null, null);
    }

    Delivery now(State next, Instant at) {
        return new Delivery(to, next, at, null, null);
    }

    Delivery now(State next, Instant at, String code, String said) {
        return new Delivery(to, next, at, code, said);
    }

    @Override
    public String toString() {
        return "Delivery[" + state + "]";
    }
}

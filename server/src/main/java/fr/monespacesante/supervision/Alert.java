package fr.monespacesante.supervision;

import fr.monespacesante.audit.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody crossed a threshold. No health content, no patient.
///
/// @param lastAt when the rule last found it
/// @param times how often it was raised: once more when it went on after it was acknowledged
/// @param count the highest figure that was found
/// @param threshold what held then
public record Alert(
        java.util.UUID id,
        Rule.Code rule,
        State state,
        Instant raisedAt,
        Instant lastAt,
        int times,
        int count,
        int threshold,
        int minutes,
        long version,
        Content content) {
    /// open → acknowledged → closed; from acknowledged back to open when it goes on.
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED
    }

    /// Who did it.
    ///
    /// @param kind as `Trace.Actor`, or `ADDRESS` of the network, or `SERVICE` for the service as a whole
    /// @param id national number, space or address; empty for the service as a whole
    public record Suspect(
            String kind,
            String id,
            String name,
            @Nullable String profession,
            @Nullable String structure) {
        /// A citizen stays without a name: the operator handles them by their space's number.
        static Suspect of(Trace.Actor actor) {
            boolean citizen = actor.kind().equals("CITIZEN");
            return new Suspect(
                    actor.kind(), actor.id(), citizen ? "" : actor.name(), actor.profession(), actor.structureName());
        }

        @Override
        public String toString() {
            return "Suspect[" + kind + "]";
        }
    }

    /// What is sealed.
    public record Content(
            Suspect suspect,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String closedBy,
            @Nullable Instant closedAt,
            @Nullable String comment) {
        static Content of(Suspect suspect) {
            return new Content(suspect, null, null, null, null, null);
        }

        Content acknowledged(String by, Instant at) {
            return new Content(suspect, by, at, null, null, null);
        }

        Content closed(String by, Instant at, String why) {
            return new Content(suspect, acknowledgedBy, acknowledgedAt, by, at, why);
        }
    }

    Alert next(State to, Content with) {
        return new Alert(id, rule, to, raisedAt, lastAt, times, count, threshold, minutes, version + 1, with);
    }

    Alert again(Instant at, int figure) {
        return new Alert(
                id,
                rule,
                State.OPEN,
                raisedAt,
                at,
                times + 1,
                Math.max(count, figure),
                threshold,
                minutes,
                version + 1,
                content);
    }
}

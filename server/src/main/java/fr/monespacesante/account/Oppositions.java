package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Refuses the creation of a space, on line without any account (ENR-04) or on the phone (ENR-05). Who opposes gets
/// a proof, the same one however often they ask; anyone who is shown it can check it.
@Component
public final class Oppositions {
    private static final Duration USEFUL = Duration.ofDays(30);

    private final ActivationCheck check;
    private final OppositionRows rows;
    private final Spaces spaces;
    private final Throttle throttle;
    private final Outbox outbox;
    private final OppositionLetters letters;
    private final Activation.After after;

    Oppositions(
            ActivationCheck check,
            OppositionRows rows,
            Spaces spaces,
            Throttle throttle,
            Outbox outbox,
            OppositionLetters letters,
            Activation.After after) {
        this.check = check;
        this.rows = rows;
        this.spaces = spaces;
        this.throttle = throttle;
        this.outbox = outbox;
        this.letters = letters;
        this.after = after;
    }

    public enum Channel {
        ONLINE,
        PHONE
    }

    /// What proves an opposition.
    ///
    /// @param reference as it is printed: `OPP-K7RM-4TXA-9QWP`
    /// @param name of the person for whom no space is made
    public record Proof(String reference, Instant at, Channel channel, String name, LocalDate birthDate) {
        @Override
        public String toString() {
            return "Proof[redacted]";
        }
    }

    /// What somebody who is shown a proof may know.
    ///
    /// @param inForce false once the person has opened a space after all
    public record Checked(Instant at, Channel channel, boolean inForce) {}

    /// Opposes with card and code. Refused with `CODE_WRONG` whichever of the three is wrong; to somebody who has
    /// all three right with `CODE_EXPIRED`, or `TRANSITION_NOT_ALLOWED` and the state of the space where it is too
    /// late; with `TOO_MANY_ATTEMPTS` and the seconds to wait.
    public Outcome<Proof> oppose(String ins, String vitaleSerial, String code, String address) {
        String key = Activation.key(ins);
        Optional<Duration> slow = throttle.enter(Guard.ACTIVATION_INS, key);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.ACTIVATION_ADDRESS, address);
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        return check.prove(ins, vitaleSerial, code).then(proven -> {
            throttle.forget(Guard.ACTIVATION_INS, key);
            throttle.giveBack(Guard.ACTIVATION_ADDRESS, address);
            boolean stillToCome = proven.known().state() == SpaceState.NOTIFIED;
            return stillToCome && proven.late()
                    ? Outcome.refused(Problem.CODE_EXPIRED, "code")
                    : oppose(proven.known(), Channel.ONLINE);
        });
    }

    /// Opposes for a caller whom the support has identified (ENR-05). Refused with `NOT_FOUND`, or with
    /// `TRANSITION_NOT_ALLOWED` and the state of the space.
    public Outcome<Proof> byPhone(SpaceId space) {
        return rows.known(space)
                .map(known -> oppose(known, Channel.PHONE))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
    }

    /// The proof of a space's opposition, while it is in force.
    public Optional<Proof> proof(SpaceId space) {
        return rows.find(space)
                .filter(_ -> spaces.find(space)
                        .filter(found -> found.state() == SpaceState.OPPOSED)
                        .isPresent());
    }

    /// The proof of this reference, for the person who has just been given it.
    public Optional<Proof> proof(String reference) {
        return rows.find(reference)
                .filter(found -> found.state() == SpaceState.OPPOSED)
                .map(OppositionRows.Found::proof);
    }

    /// Says whether a proof is one. Refused with `NOT_FOUND` when the two do not belong together, with
    /// `TOO_MANY_ATTEMPTS` and the seconds to wait.
    ///
    /// @param birthDate of the person on the proof, so that a true reference on a false paper is noticed
    public Outcome<Checked> verify(String reference, LocalDate birthDate, String address) {
        Optional<Duration> slow = throttle.enter(Guard.ACTIVATION_ADDRESS, address);
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        Optional<OppositionRows.Found> found =
                rows.find(reference).filter(one -> one.proof().birthDate().equals(birthDate));
        found.ifPresent(_ -> throttle.giveBack(Guard.ACTIVATION_ADDRESS, address));
        return found.map(one -> Outcome.done(
                        new Checked(one.proof().at(), one.proof().channel(), one.state() == SpaceState.OPPOSED)))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND, "reference"));
    }

    private Outcome<Proof> oppose(InsuredPeople.Known known, Channel channel) {
        SpaceId space = new SpaceId(known.space());
        return after.inTransaction(() -> {
            Optional<Instant> ends = rows.lock(space);
            Optional<Proof> before = proof(space);
            if (before.isPresent()) {
                return Outcome.done(before.get());
            }
            SpaceState state = spaces.find(space).map(Space::state).orElse(known.state());
            if (ends.isPresent() && rows.isOver(ends.get())) {
                return Outcome.refused(
                        Problem.TRANSITION_NOT_ALLOWED, state == SpaceState.NOTIFIED ? "OPEN" : state.name());
            }
            return switch (spaces.happen(space, SpaceLife.Event.OPPOSE)) {
                case Outcome.Done<SpaceState> _ -> {
                    Proof proof = rows.add(space, channel, known.insured().person());
                    List<Letter> told = letters.of(rows.addressees(known.insured()), proof);
                    outbox.hand(told, Letter.Urgency.NOTICE, USEFUL);
                    yield Outcome.done(proof);
                }
                case Outcome.Refused<SpaceState>(Problem problem, String _) -> Outcome.refused(problem, state.name());
            };
        });
    }
}

package fr.monespacesante.account;

import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.OneTimeCodes;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks a person from her card and her provisional code to a login of her own (ENR-08), step by step;
/// where she stands
/// is kept in the database, so that any node answers the next page. A step out of turn is refused with
/// `TRANSITION_NOT_ALLOWED`, an activation that has run out with `NOT_FOUND`.
@Component
public final class Activation {
    private final ActivationCheck check;
    private final Activations activations;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final Citizens citizens;
    private final Spaces spaces;
    private final After after;

    Activation(
            ActivationCheck check,
            Activations activations,
            OneTimeCodes codes,
            Throttle throttle,
            Citizens citizens,
            Spaces spaces,
            After after) {
        this.check = check;
        this.activations = activations;
        this.codes = codes;
        this.throttle = throttle;
        this.citizens = citizens;
        this.spaces = spaces;
        this.after = after;
    }

    /// Where an activation stands, for its next page.
    ///
    /// @param displayName of the person whose space it is
    /// @param email suggested or chosen; null when none is known
    /// @param phone suggested or chosen; null when none is known
    /// @param codeHint where the code went, masked; empty before
    public record Progress(
            ActivationStep step,
            String displayName,
            @Nullable String email,
            @Nullable String phone,
            String codeHint) {
        @Override
        public String toString() {
            return "Progress[" + step + "]";
        }
    }

    /// First step: the card and the provisional code. Refused with `CODE_WRONG` whichever of the three is wrong,
    /// with `CODE_EXPIRED` or `CODE_USED` only to someone who has all three right, with `TOO_MANY_ATTEMPTS` and
    /// the seconds to wait in place of the path, with `MINOR_NOT_ALONE` to who has all three of a child.
    public Outcome<ActivationId> start(String ins, String vitaleSerial, String code, String address) {
        Optional<Duration> slow = throttle.enter(Guard.ACTIVATION_INS, key(ins));
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.ACTIVATION_ADDRESS, address);
        }
        if (slow.isPresent()) {
            return tooMany(slow.get());
        }
        return check.check(ins, vitaleSerial, code).then(this::grownOrAllowed).map(known -> {
            throttle.forget(Guard.ACTIVATION_INS, key(ins));
            throttle.giveBack(Guard.ACTIVATION_ADDRESS, address);
            return activations.begin(
                    known.space(),
                    known.insured().person().displayName(),
                    known.insured().details().email(),
                    known.insured().details().phone());
        });
    }

    /// A minor's code makes no login, except the teenager's own that a parent lets happen (REP-06).
    private Outcome<InsuredPeople.Known> grownOrAllowed(InsuredPeople.Known known) {
        boolean alone = spaces.find(new SpaceId(known.space()))
                .filter(space -> space.person().isMinorAt(after.clock().instant())
                        && !space.standing().ownAccess())
                .isEmpty();
        return alone ? Outcome.done(known) : Outcome.refused(Problem.MINOR_NOT_ALONE, "code");
    }

    public Optional<Progress> progress(ActivationId id) {
        return activations.find(id).map(Activations.Row::progress);
    }

    /// Where codes and notices will come; sends a one-time code there.
    public Outcome<Progress> contact(ActivationId id, Contact contact) {
        return at(id, row -> row.step() != ActivationStep.CONTACT && row.step() != ActivationStep.CONFIRM, row -> {
            Optional<Duration> slow =
                    throttle.enter(Guard.CODE_SENDING, row.space().toString());
            if (slow.isPresent()) {
                return tooMany(slow.get());
            }
            return after.inTransaction(() -> {
                var code = codes.send(purpose(id), contact);
                return activations
                        .move(row, ActivationStep.CONFIRM, row.state().with(contact, code))
                        .map(Activations.Row::progress);
            });
        });
    }

    /// Refused as `OneTimeCodes.check` does.
    public Outcome<Progress> confirm(ActivationId id, String typed) {
        return at(
                id,
                row -> row.step() != ActivationStep.CONFIRM || row.state().code() == null,
                row -> codes.check(Objects.requireNonNull(row.state().code()), purpose(id), typed)
                        .then(_ -> activations
                                .move(row, ActivationStep.TERMS, row.state())
                                .map(Activations.Row::progress)));
    }

    /// @param version of the terms that the person read
    public Outcome<Progress> acceptTerms(ActivationId id, String version) {
        return at(
                id,
                row -> row.step() != ActivationStep.TERMS,
                row -> activations
                        .move(row, ActivationStep.CREDENTIALS, row.state().accepting(version))
                        .map(Activations.Row::progress));
    }

    /// Last step: the space is activated, and its holder can be signed in at once (`WebSignIn.enter`).
    /// Refused as
    /// `Citizens.register` does.
    public Outcome<Citizen> chooseCredentials(ActivationId id, String login, Secret<String> password) {
        return at(
                id,
                row -> row.step() != ActivationStep.CREDENTIALS || row.state().contact() == null,
                row -> {
                    SpaceId space = new SpaceId(row.space());
                    Contact contact = Objects.requireNonNull(row.state().contact());
                    return after.inTransaction(() -> citizens.register(
                                    space, row.state().displayName(), login, password, contact)
                            .then(citizen -> spaces.happen(space, event(space)).map(_ -> {
                                activations.finish(row);
                                after.events().publishEvent(new SpaceActivated(space));
                                return citizen;
                            })));
                });
    }

    private SpaceLife.Event event(SpaceId space) {
        return spaces.find(space)
                .filter(known -> known.state() == SpaceState.ACTIVATED)
                .map(known -> SpaceLife.Event.TAKE_OVER)
                .orElse(SpaceLife.Event.ACTIVATE);
    }

    static String key(String ins) {
        return ins.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    private <T> Outcome<T> at(
            ActivationId id, Predicate<Activations.Row> outOfTurn, Function<Activations.Row, Outcome<T>> step) {
        Optional<Activations.Row> row = activations.find(id);
        if (row.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        return outOfTurn.test(row.get()) ? Outcome.refused(Problem.TRANSITION_NOT_ALLOWED) : step.apply(row.get());
    }

    private static <T> Outcome<T> tooMany(Duration wait) {
        return Outcome.refused(Problem.TOO_MANY_ATTEMPTS, String.valueOf(wait.toSeconds() + 1));
    }

    private static String purpose(ActivationId id) {
        return "activation|" + id;
    }

    /// Transactions that a refusal undoes, and the events of what was done in them.
    @Component
    record After(TransactionTemplate transactions, ApplicationEventPublisher events, Clock clock) {
        <T> Outcome<T> inTransaction(Supplier<Outcome<T>> body) {
            return Objects.requireNonNull(transactions.execute(status -> {
                Outcome<T> outcome = body.get();
                if (outcome instanceof Outcome.Refused<T>) {
                    status.setRollbackOnly();
                }
                return outcome;
            }));
        }
    }
}

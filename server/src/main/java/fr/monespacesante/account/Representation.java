package fr.monespacesante.account;

import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who represents a minor, or a protected adult, takes the space into use from their own login (REP-01): the
/// space is activated without a login of its own. In the caller's transaction, which a refusal must undo.
@Component
public final class Representation {
    /// By the code of a letter; the health insurance may name more.
    private static final int MOST_PARENTS = 2;

    private final ActivationCheck check;
    private final Throttle throttle;
    private final Spaces spaces;
    private final Mandates mandates;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Representation(
            ActivationCheck check,
            Throttle throttle,
            Spaces spaces,
            Mandates mandates,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.check = check;
        this.throttle = throttle;
        this.spaces = spaces;
        this.mandates = mandates;
        this.database = database;
        this.events = events;
    }

    /// What a parent types of a child's letter and card.
    ///
    /// @param address of the network
    public record Typed(String ins, String vitaleSerial, String code, String address) {
        @Override
        public String toString() {
            return "Typed[redacted]";
        }
    }

    /// One whom the health insurance named, or who holds a guardian's full powers. Refused with `NOT_FOUND` for
    /// anybody else, with `TRANSITION_NOT_ALLOWED` when it is done already: by the other parent, for one.
    public Outcome<Space> activate(SpaceId space, SpaceId by, String terms, Instant now) {
        Optional<Mandates.Represented> mine = mandates.of(by).stream()
                .filter(one -> one.space().id().equals(space))
                .filter(one -> one.holdsAt(now) && one.mandate().powers() == Powers.ALL)
                .filter(one -> one.mandate().kind() != Mandate.Kind.CAREGIVER)
                .findFirst();
        if (mine.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        SpaceState state = mine.get().space().state();
        return state == SpaceState.NOTIFIED || state == SpaceState.OPEN
                ? take(mine.get().space(), terms, now)
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    /// With the child's number, card and code: who has them becomes a representative. Refused as
    /// `Activation.start` does, with `MINOR_NOT_ALONE` to a minor, and with `ACCESS_REFUSED` at `age` for the
    /// code of an adult and at `parents` beside two.
    public Outcome<Space> activate(Typed typed, SpaceId by, String terms, Instant now) {
        String key = Activation.key(typed.ins());
        Optional<Duration> slow = throttle.enter(Guard.ACTIVATION_INS, key);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.ACTIVATION_ADDRESS, typed.address());
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        Optional<Space> me = spaces.find(by);
        return check.check(typed.ins(), typed.vitaleSerial(), typed.code()).then(known -> {
            Optional<Space> child = spaces.find(new SpaceId(known.space()));
            if (me.isEmpty() || child.isEmpty() || child.get().standing().concealed()) {
                return Outcome.refused(Problem.CODE_WRONG, "code");
            } else if (me.get().person().isMinorAt(now)) {
                return Outcome.refused(Problem.MINOR_NOT_ALONE, "code");
            } else if (!child.get().person().isMinorAt(now)) {
                return Outcome.refused(Problem.ACCESS_REFUSED, "age");
            }
            hold(child.get().id());
            if (others(child.get().id(), by) >= MOST_PARENTS) {
                return Outcome.refused(Problem.ACCESS_REFUSED, "parents");
            }
            return take(child.get(), terms, now).map(taken -> {
                throttle.forget(Guard.ACTIVATION_INS, key);
                if (mandates.find(taken.id(), by)
                        .filter(mandate -> mandate.kind() == Mandate.Kind.LEGAL_REPRESENTATIVE)
                        .isEmpty()) {
                    mandates.give(
                            taken.id(),
                            me.get().person().ins(),
                            new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()),
                            Mandate.Source.CODE);
                }
                return taken;
            });
        });
    }

    private Outcome<Space> take(Space space, String terms, Instant now) {
        return spaces.happen(space.id(), SpaceLife.Event.ACTIVATE).map(state -> {
            database.sql("update account.invitation set used_at = :now where space_id = :space")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("space", space.id().value())
                    .update();
            database.sql("update account.space set terms_version = :terms, terms_at = :now where space_id = :space")
                    .param("terms", terms)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("space", space.id().value())
                    .update();
            events.publishEvent(new SpaceActivated(space.id()));
            return new Space(space.id(), state, space.person(), space.standing());
        });
    }

    private void hold(SpaceId space) {
        database.sql("select space_id from account.space where space_id = :space for update")
                .param("space", space.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private long others(SpaceId child, SpaceId by) {
        return database.sql("""
                        select count(*) from account.mandate
                         where space_id = :space and kind = 'LEGAL_REPRESENTATIVE'
                           and delegate_hash <> (select ins_hash from account.space where space_id = :by)
                        """)
                .param("space", child.value())
                .param("by", by.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}

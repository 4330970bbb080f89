package fr.monespacesante.account;

import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invitations with a provisional code (ENR-02): by e-mail where one is known, else by post; for a minor,
/// through the legal representatives (ENR-03). Asked for here; `Inviting` makes the code when the letter
/// leaves, so that nothing keeps a code that waits.
@Component
public class Invitations {
    private final InsuredPeople people;
    private final ActivationCheck check;
    private final Throttle throttle;
    private final ToInvite waiting;

    Invitations(InsuredPeople people, ActivationCheck check, Throttle throttle, ToInvite waiting) {
        this.people = people;
        this.check = check;
        this.throttle = throttle;
        this.waiting = waiting;
    }

    /// A new code for a person whose code has expired or is lost (ENR-08). Always the same answer, sent or
    /// not, unless
    /// it was asked for too often.
    @Transactional
    public Outcome<Boolean> renew(String ins, String vitaleSerial, String address) {
        Optional<Duration> slow = throttle.enter(Guard.ACTIVATION_ADDRESS, address);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.ACTIVATION_INS, Activation.key(ins));
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        Ins.parse(ins)
                .flatMap(people::find)
                .filter(known -> known.hasSerial(vitaleSerial))
                .filter(check::waits)
                .ifPresent(known -> waiting.add(known.space(), ToInvite.Way.ASKED));
        return Outcome.done(true);
    }

    /// A new code for a person whom the support has identified (SUP-01); it goes where the invitation went. Refused
    /// with `TRANSITION_NOT_ALLOWED` where there is nothing to activate, with `TOO_MANY_ATTEMPTS` and the seconds.
    @Transactional
    public Outcome<Boolean> renew(SpaceId space) {
        Optional<InsuredPeople.Known> known = people.find(space).filter(check::waits);
        if (known.isEmpty()) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        Optional<Duration> slow = throttle.enter(Guard.CODE_SENDING, space.toString());
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        invite(space);
        return Outcome.done(true);
    }

    /// A new code for the holder of this space, or the representatives of a minor, in the caller's
    /// transaction; it takes the place of the one before when it leaves, in a second or two.
    public void invite(SpaceId space) {
        waiting.add(space.value(), ToInvite.Way.ASKED);
    }

    /// Where codes come from and how they are kept.
    @Component
    static final class CodeSource {
        private final SecureRandom random;
        private final Directory directory;

        CodeSource(SecureRandom random, Directory directory) {
            this.random = random;
            this.directory = directory;
        }

        ProvisionalCode next() {
            return ProvisionalCode.next(random);
        }

        byte[] hash(UUID space, String typed) {
            return directory.fingerprint("account.invitation", space + "|" + ProvisionalCode.normalise(typed));
        }
    }
}

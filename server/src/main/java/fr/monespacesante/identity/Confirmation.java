package fr.monespacesante.identity;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import org.springframework.stereotype.Component;

/// Asks for the password once more before what cannot be undone: somebody else may sit before an open
/// session. Guessing is slowed like at the sign-in.
@Component
public class Confirmation {
    private final Citizens citizens;
    private final Passwords passwords;
    private final Throttle throttle;

    Confirmation(Citizens citizens, Passwords passwords, Throttle throttle) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /// Refused as CREDENTIALS_WRONG, or as TOO_MANY_ATTEMPTS.
    public Outcome<CitizenId> password(CitizenId id, Secret<String> typed) {
        String key = "confirm|" + id;
        if (throttle.enter(Guard.LOGIN, key).isPresent()) {
            return Outcome.refused(Problem.TOO_MANY_ATTEMPTS);
        }
        boolean matches = citizens.credentials(id)
                .filter(known -> passwords.matches(typed, known.passwordHash()))
                .isPresent();
        if (!matches) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        throttle.forget(Guard.LOGIN, key);
        return Outcome.done(id);
    }
}

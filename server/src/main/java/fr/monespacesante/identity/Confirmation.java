package fr.monespacesante.identity;

import fr.monespacesante.identity.Citizens.Credentials;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks a citizen who is signed in once more whether it is them, before what cannot be undone: by the password, or, for
/// those who have none, by a code.
@Component
public class Confirmation {
    private final Citizens citizens;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final TransactionTemplate transactions;

    Confirmation(
            Citizens citizens,
            Passwords passwords,
            OneTimeCodes codes,
            Throttle throttle,
            TransactionTemplate transactions) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.codes = codes;
        this.throttle = throttle;
        this.transactions = transactions;
    }

    /// Refused with `CREDENTIALS_WRONG`, or with `TOO_MANY_ATTEMPTS` and the seconds to wait in place of the path.
    public Outcome<CitizenId> password(CitizenId id, Secret<String> password) {
        Optional<Duration> slow = throttle.enter(Guard.LOGIN, key(id));
        if (slow.isPresent()) {
            return tooMany(slow.get());
        }
        Optional<Credentials> found = citizens.credentials(id);
        if (found.isEmpty() || !passwords.matches(password, found.get().passwordHash())) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG, "password");
        }
        throttle.forget(Guard.LOGIN, key(id));
        return Outcome.done(id);
    }

    /// Sends a code to the citizen's own contact; refused with `TOO_MANY_ATTEMPTS`.
    public Outcome<UUID> send(CitizenId id) {
        Optional<Citizen> citizen = citizens.find(id);
        if (citizen.isEmpty()) {
            return Outcome.refused(Problem.NOT_AUTHENTICATED);
        }
        Optional<Duration> slow = throttle.enter(Guard.CODE_SENDING, id.toString());
        if (slow.isPresent()) {
            return tooMany(slow.get());
        }
        return Objects.requireNonNull(transactions.execute(
                _ -> Outcome.done(codes.send(key(id), citizen.get().contact()))));
    }

    /// Refused as `OneTimeCodes.check` does.
    public Outcome<CitizenId> code(CitizenId id, UUID sent, String typed) {
        return codes.check(sent, key(id), typed).map(_ -> id);
    }

    private static <T> Outcome<T> tooMany(Duration wait) {
        return Outcome.refused(Problem.TOO_MANY_ATTEMPTS, String.valueOf(wait.toSeconds() + 1));
    }

    private static String key(CitizenId id) {
        return "confirm|" + id;
    }
}

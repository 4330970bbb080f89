package fr.monespacesante.identity;

import fr.monespacesante.identity.Citizens.Credentials;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The two steps of a login (AUT-01): the password, then a one-time code. The first step answers the same,
/// after the
/// same work, whether or not the login exists.
@Component
public final class SignIn {
    private final Citizens citizens;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final Devices devices;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    SignIn(
            Citizens citizens,
            Passwords passwords,
            OneTimeCodes codes,
            Throttle throttle,
            Devices devices,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.codes = codes;
        this.throttle = throttle;
        this.devices = devices;
        this.transactions = transactions;
        this.events = events;
    }

    /// Checks the password and sends a code. Refused with `CREDENTIALS_WRONG`, or with `TOO_MANY_ATTEMPTS`
    /// and the
    /// seconds to wait in place of the path.
    public Outcome<PendingSignIn> password(String login, Secret<String> password, Origin origin) {
        return check(login, password, origin).then(this::vouched);
    }

    /// The first factor alone. Refused as `password` is.
    Outcome<Citizen> check(String login, Secret<String> password, Origin origin) {
        Optional<Credentials> found = citizens.byLogin(login);
        Optional<String> device = found.flatMap(
                known -> devices.known(origin.device(), known.citizen().id()));
        @Nullable CitizenId whose = found.map(known -> known.citizen().id()).orElse(null);
        var slow = throttle.enter(Guard.LOGIN, key(login, device));
        if (slow.isEmpty() && device.isEmpty()) {
            slow = throttle.enter(Guard.LOGIN_ADDRESS, origin.address());
        }
        if (slow.isPresent()) {
            events.publishEvent(new SignInFailed(login, origin.address(), whose));
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        boolean matches;
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            matches = false;
        } else {
            matches = passwords.matches(password, found.get().passwordHash());
        }
        if (!matches || found.isEmpty()) {
            events.publishEvent(new SignInFailed(login, origin.address(), whose));
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        throttle.forget(Guard.LOGIN, key(login, device));
        if (device.isEmpty()) {
            throttle.giveBack(Guard.LOGIN_ADDRESS, origin.address());
        }
        return Outcome.done(found.get().citizen());
    }

    /// The second step for somebody whose first was good: nothing is sent where a passkey can do.
    Outcome<PendingSignIn> vouched(Citizen citizen) {
        return citizens.hasPasskey(citizen.id())
                ? Outcome.done(new PendingSignIn(
                        citizen.id(), null, "", citizen.contact().codesBy() == Contact.CodesBy.SMS, true))
                : send(citizen, purpose(citizen.id()));
    }

    /// Another code, for a person whose code does not come or has run out.
    public Outcome<PendingSignIn> again(PendingSignIn pending) {
        return citizens.find(pending.citizen())
                .map(citizen -> send(citizen, purpose(citizen.id())))
                .orElseGet(() -> Outcome.refused(Problem.NOT_AUTHENTICATED));
    }

    /// A code for somebody who is signed in and must show again that it is her, before a change of her ways in.
    Outcome<PendingSignIn> askAgain(CitizenId id) {
        return citizens.find(id)
                .map(citizen -> send(citizen, proof(id)))
                .orElseGet(() -> Outcome.refused(Problem.NOT_AUTHENTICATED));
    }

    /// Refused as `OneTimeCodes.check` does.
    Outcome<UUID> proveAgain(PendingSignIn asked, String typed) {
        return asked.code() == null
                ? Outcome.refused(Problem.CODE_EXPIRED, "code")
                : codes.check(asked.code(), proof(asked.citizen()), typed);
    }

    /// Checks the code; after this both factors are shown. Refused as `OneTimeCodes.check` does.
    public Outcome<Citizen> code(PendingSignIn pending, String typed, Origin origin) {
        UUID code = pending.code();
        if (code == null) {
            return Outcome.refused(Problem.CODE_EXPIRED, "code");
        }
        return codes.check(code, purpose(pending.citizen()), typed).then(_ -> proven(pending.citizen(), origin));
    }

    /// Both factors are shown, in whatever way: this is a sign-in.
    Outcome<Citizen> proven(CitizenId id, Origin origin) {
        Optional<Citizen> citizen = citizens.find(id);
        citizen.ifPresent(known -> {
            throttle.forget(Guard.CODE_SENDING, known.id().toString());
            boolean device = devices.known(origin.device(), known.id()).isPresent();
            events.publishEvent(new SecurityEvent.SignedIn(known.id(), known.space(), device));
        });
        return citizen.map(Outcome::done).orElseGet(() -> Outcome.refused(Problem.NOT_AUTHENTICATED));
    }

    private Outcome<PendingSignIn> send(Citizen citizen, String purpose) {
        var slow = throttle.enter(Guard.CODE_SENDING, citizen.id().toString());
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        Contact contact = citizen.contact();
        return Objects.requireNonNull(transactions.execute(_ -> Outcome.done(new PendingSignIn(
                citizen.id(),
                codes.send(purpose, contact),
                contact.hint(),
                contact.codesBy() == Contact.CodesBy.SMS,
                citizens.hasPasskey(citizen.id())))));
    }

    private String key(String login, Optional<String> device) {
        return citizens.loginKey(login) + device.map(name -> "|" + name).orElse("");
    }

    private static String purpose(CitizenId citizen) {
        return "sign-in|" + citizen;
    }

    private static String proof(CitizenId citizen) {
        return "proof|" + citizen;
    }
}

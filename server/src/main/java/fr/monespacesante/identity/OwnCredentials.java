package fr.monespacesante.identity;

import fr.monespacesante.identity.Citizens.Credentials;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.vault.Directory;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What a citizen changes about her own login. Each change is announced on the old and the new contact
/// (AUT-08).
@Component
public final class OwnCredentials {
    private final Citizens citizens;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Announcements announcements;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    OwnCredentials(
            Citizens citizens,
            Passwords passwords,
            OneTimeCodes codes,
            Announcements announcements,
            Directory directory,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.codes = codes;
        this.announcements = announcements;
        this.directory = directory;
        this.transactions = transactions;
        this.events = events;
    }

    /// Refused with `CREDENTIALS_WRONG` at `current` or `PASSWORD_TOO_WEAK` at `password`. The caller ends
    /// the other
    /// sessions (`Sessions.endOthers`).
    public Outcome<Citizen> changePassword(CitizenId id, Secret<String> current, Secret<String> next) {
        Optional<Credentials> found = citizens.credentials(id);
        if (found.isEmpty() || !passwords.matches(current, found.get().passwordHash())) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG, "current");
        }
        Citizen citizen = found.get().citizen();
        return Passwords.check(next, "\n")
                .then(strong -> Objects.requireNonNull(transactions.execute(_ -> {
                    citizens.keepPassword(id, strong);
                    announcements.announce(
                            citizen.contact(), "Votre mot de passe a été changé.", "Your password was changed.");
                    events.publishEvent(new SecurityEvent.PasswordChanged(id, citizen.space()));
                    return Outcome.done(citizen);
                })));
    }

    /// New credentials for a person who has forgotten hers and has proven herself otherwise. Refused as
    /// `Citizens.register` does. The caller ends her sessions (`Sessions.endAll`).
    public Outcome<Citizen> recover(CitizenId id, Recovery.Chosen chosen) {
        Optional<Credentials> found = citizens.credentials(id);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.NOT_AUTHENTICATED);
        }
        Citizen citizen = found.get().citizen();
        String disguised = chosen.login().isBlank() ? "\n" : Citizens.normalise(chosen.login());
        return Passwords.check(chosen.password(), disguised)
                .then(strong -> Objects.requireNonNull(transactions.execute(status -> {
                    if (!chosen.login().isBlank()
                            && citizens.keepLogin(id, chosen.login())
                                    instanceof Outcome.Refused<CitizenId>(Problem problem, String where)) {
                        status.setRollbackOnly();
                        return Outcome.refused(problem, where);
                    }
                    citizens.keepPassword(id, strong);
                    announcements.announce(
                            citizen.contact(),
                            "Votre identifiant ou votre mot de passe a été renouvelé après un oubli.",
                            "Your login or your password was renewed after it was forgotten.");
                    events.publishEvent(new SecurityEvent.AccountChanged(
                            id, citizen.space(), SecurityEvent.Change.CREDENTIALS_RECOVERED));
                    return Outcome.done(citizen);
                })));
    }

    /// Sends a code to the new contact, which shows that it is hers.
    public UUID askContact(CitizenId id, Contact contact) {
        return Objects.requireNonNull(transactions.execute(_ -> codes.send(purpose(id, contact), contact)));
    }

    /// Refused as `OneTimeCodes.check` does; the code is good for exactly the contact it was asked for.
    public Outcome<Citizen> changeContact(CitizenId id, Contact contact, UUID code, String typed) {
        Optional<Credentials> found = citizens.credentials(id);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.NOT_AUTHENTICATED);
        }
        return codes.check(code, purpose(id, contact), typed)
                .then(_ -> Objects.requireNonNull(transactions.execute(_ -> {
                    Citizen before = found.get().citizen();
                    citizens.keepContact(found.get(), contact);
                    String french = "Vos coordonnées de contact ont été changées.";
                    String english = "Your contact details were changed.";
                    announcements.announce(before.contact(), french, english);
                    announcements.announce(contact, french, english);
                    events.publishEvent(new SecurityEvent.ContactChanged(id, before.space()));
                    return Outcome.done(new Citizen(id, before.space(), before.displayName(), contact));
                })));
    }

    private String purpose(CitizenId id, Contact contact) {
        byte[] print = directory.fingerprint(
                "identity.contact", contact.email() + "|" + contact.phone() + "|" + contact.codesBy());
        return "contact|" + id + "|" + HexFormat.of().formatHex(print, 0, 16);
    }
}

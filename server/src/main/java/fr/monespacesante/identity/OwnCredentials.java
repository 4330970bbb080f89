package fr.monespacesante.identity;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Citizens.Credentials;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.vault.Directory;
import java.time.Duration;
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
    private static final Duration USEFUL = Duration.ofDays(2);

    private final Citizens citizens;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    OwnCredentials(
            Citizens citizens,
            Passwords passwords,
            OneTimeCodes codes,
            Outbox outbox,
            Directory directory,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.codes = codes;
        this.outbox = outbox;
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
                    announce(citizen.contact(), "Votre mot de passe a été changé.", "Your password was changed.");
                    events.publishEvent(new SecurityEvent.PasswordChanged(id, citizen.space()));
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
                    announce(before.contact(), french, english);
                    announce(contact, french, english);
                    events.publishEvent(new SecurityEvent.ContactChanged(id, before.space()));
                    return Outcome.done(new Citizen(id, before.space(), before.displayName(), contact));
                })));
    }

    private void announce(Contact contact, String french, String english) {
        String text = """
                Mon espace santé : %s Si ce n'est pas vous, appelez le 3422.

                %s If it was not you, call 3422.
                """.formatted(french, english);
        if (contact.email() != null) {
            outbox.hand(
                    new Letter.Email(contact.email(), "Sécurité de votre espace / Your security", text),
                    Letter.Urgency.NOTICE,
                    USEFUL);
        }
        if (contact.phone() != null) {
            outbox.hand(new Letter.Sms(contact.phone(), text), Letter.Urgency.NOTICE, USEFUL);
        }
    }

    private String purpose(CitizenId id, Contact contact) {
        byte[] print = directory.fingerprint(
                "identity.contact", contact.email() + "|" + contact.phone() + "|" + contact.codesBy());
        return "contact|" + id + "|" + HexFormat.of().formatHex(print, 0, 16);
    }
}

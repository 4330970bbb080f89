package fr.monespacesante.identity;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The passkeys of a citizen (AUT-02): several, each named, each revocable. A passkey always verifies its user (finger,
/// face, code of the device), so that alone it is both factors. Adding and removing is announced (AUT-08).
@Component
public final class Passkeys {
    /// More than anybody has; a bound on what one account may store.
    static final int MOST = 10;

    private static final int LONGEST_NAME = 60;

    private final PasskeyRows rows;
    private final PasskeyHolders holders;
    private final Citizens citizens;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final @Nullable String address;

    Passkeys(
            PasskeyRows rows,
            PasskeyHolders holders,
            Citizens citizens,
            Announcements announcements,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            SignInProperties settings) {
        this.rows = rows;
        this.holders = holders;
        this.citizens = citizens;
        this.announcements = announcements;
        this.transactions = transactions;
        this.events = events;
        this.address = settings.address();
    }

    /// The oldest first.
    public List<Passkey> of(CitizenId citizen) {
        return rows.of(citizen).stream().map(PasskeyRows.Row::passkey).toList();
    }

    /// One of her own is no longer good; false when it was none.
    public boolean remove(CitizenId citizen, UUID id) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            boolean removed = rows.remove(citizen, id);
            if (removed) {
                changed(
                        citizen,
                        SecurityEvent.Change.PASSKEY_REMOVED,
                        "Une clé d'accès a été retirée.",
                        "A passkey was removed.");
            }
            return removed;
        }));
    }

    /// The relying party for browsers that see the service at this origin; empty where passkeys cannot be had: they
    /// belong to one address, the one of the settings, or to a developer's own machine.
    Optional<WebAuthnRelyingPartyOperations> at(String origin) {
        String ours = address;
        if (ours != null) {
            return Optional.of(relyingParty(ours));
        }
        return "localhost".equals(URI.create(origin).getHost()) ? Optional.of(relyingParty(origin)) : Optional.empty();
    }

    /// Refused with `MALFORMED` when the answer does not fit what was asked, at `name` without a name, with `TOO_LARGE`
    /// when there are too many.
    Outcome<Passkey> register(
            WebAuthnRelyingPartyOperations party, CitizenId citizen, RelyingPartyRegistrationRequest answer) {
        String name = String.valueOf(answer.getPublicKey().getLabel()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Outcome.refused(Problem.MALFORMED, "name");
        }
        if (rows.of(citizen).size() >= MOST) {
            return Outcome.refused(Problem.TOO_LARGE, "name");
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            try {
                var record = party.registerCredential(answer);
                changed(
                        citizen,
                        SecurityEvent.Change.PASSKEY_ADDED,
                        "Une clé d'accès a été ajoutée.",
                        "A passkey was added.");
                return rows.byCredential(record.getCredentialId())
                        .map(PasskeyRows.Row::passkey)
                        .map(Outcome::done)
                        .orElseThrow();
            } catch (RuntimeException doesNotFit) {
                status.setRollbackOnly();
                return Outcome.refused(Problem.MALFORMED, "answer");
            }
        }));
    }

    /// Whose passkey has answered. Refused with `CREDENTIALS_WRONG`, whatever is wrong.
    Outcome<CitizenId> authenticate(WebAuthnRelyingPartyOperations party, RelyingPartyAuthenticationRequest answer) {
        return Objects.requireNonNull(transactions.execute(status -> {
            try {
                return Outcome.done(
                        PasskeyRows.citizen(party.authenticate(answer).getId()));
            } catch (RuntimeException doesNotFit) {
                status.setRollbackOnly();
                return Outcome.refused(Problem.CREDENTIALS_WRONG);
            }
        }));
    }

    private void changed(CitizenId id, SecurityEvent.Change change, String french, String english) {
        citizens.find(id).ifPresent(citizen -> {
            announcements.announce(citizen.contact(), french, english);
            events.publishEvent(new SecurityEvent.AccountChanged(id, citizen.space(), change));
        });
    }

    private WebAuthnRelyingPartyOperations relyingParty(String origin) {
        Webauthn4JRelyingPartyOperations party = new Webauthn4JRelyingPartyOperations(
                holders,
                rows,
                PublicKeyCredentialRpEntity.builder()
                        .id(String.valueOf(URI.create(origin).getHost()))
                        .name("Mon espace santé")
                        .build(),
                Set.of(origin));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}

package fr.monespacesante.portal.data;

import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Person;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.portal.Text;
import java.util.List;
import java.util.Optional;

/// What is known of the holder besides health.
///
/// @param contact empty for somebody without a login
public record CopyProfile(Person person, Optional<Contact> contact, List<Mandates.Delegate> delegates) {
    public CopyProfile {
        delegates = List.copyOf(delegates);
    }

    public static Text kind(Mandates.Delegate delegate) {
        return kind(delegate.mandate().kind());
    }

    private static Text kind(Mandate.Kind kind) {
        return switch (kind) {
            case LEGAL_REPRESENTATIVE -> DataText.C_REPRESENTATIVE;
            case GUARDIAN -> DataText.C_GUARDIAN;
            case CAREGIVER -> DataText.C_CAREGIVER;
        };
    }

    public String email() {
        return contact.map(Contact::email).orElse("");
    }

    public String phone() {
        return contact.map(Contact::phone).orElse("");
    }
}

package fr.monespacesante.identity;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Tells a citizen, wherever she can be reached, that her way in has changed (AUT-08). Call it in the
/// transaction of the change.
@Component
final class Announcements {
    private static final Duration USEFUL = Duration.ofDays(2);

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    /// @param contact old or new: both are told where there are two
    void announce(Contact contact, String french, String english) {
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
}

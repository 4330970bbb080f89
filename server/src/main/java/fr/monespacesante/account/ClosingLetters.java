package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Tells the holder of a space, and everybody who represents them, that it was closed or opened again.
@Component
final class ClosingLetters {
    private static final Duration USEFUL = Duration.ofDays(2);

    private final Citizens citizens;
    private final Mandates mandates;
    private final Outbox outbox;
    private final AccountProperties properties;
    private final Clock clock;

    ClosingLetters(Citizens citizens, Mandates mandates, Outbox outbox, AccountProperties properties, Clock clock) {
        this.citizens = citizens;
        this.mandates = mandates;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    void closed(SpaceId space, Closing closing) {
        String page = properties.publicUrl() + "/fermeture/" + closing.reference();
        String what = closing.erased() ? "fermé et ses données sont effacées" : "fermé";
        String english = closing.erased() ? "closed and its data erased" : "closed";
        send(space, "Espace santé fermé / Health space closed", """
                Mon espace santé : un espace dont vous êtes titulaire ou représentant a été %s.
                Vos remboursements et vos soins ne changent pas.
                L'attestation de fermeture (référence %s) peut être téléchargée ici : %s
                Si ce n'est ni vous ni l'autre représentant, appelez le 3422.

                A space that is yours, or of someone you represent, was %s. Reimbursements and care do not change.
                The certificate (reference %s) is at the address above. If you did not ask for it, call 3422.
                """.formatted(
                        what, closing.reference(), page, english, closing.reference()));
    }

    void reopened(SpaceId space) {
        send(space, "Espace santé rouvert / Health space reopened", """
                Mon espace santé : un espace dont vous êtes titulaire ou représentant a été rouvert, avec tout ce
                qu'il contenait. Si ce n'est pas vous, appelez le 3422.

                A space that is yours, or of someone you represent, was opened again with all it held.
                If it was not you, call 3422.
                """);
    }

    private void send(SpaceId space, String subject, String text) {
        List<Letter> letters = Stream.concat(
                        Stream.of(space), mandates.representatives(space, clock.instant()).stream())
                .flatMap(each -> citizens.ofSpace(each).stream())
                .map(Citizen::contact)
                .<Letter>map(contact -> contact.email() != null
                        ? new Letter.Email(contact.email(), subject, text)
                        : new Letter.Sms(String.valueOf(contact.phone()), text))
                .toList();
        outbox.hand(letters, Letter.Urgency.NOTICE, USEFUL);
    }
}

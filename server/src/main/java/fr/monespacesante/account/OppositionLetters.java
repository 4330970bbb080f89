package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Tells people that an opposition in their name was recorded: also those who did not ask for it.
@Component
final class OppositionLetters {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final AccountProperties properties;

    OppositionLetters(AccountProperties properties) {
        this.properties = properties;
    }

    /// To where the invitation went: to the person, or to each guardian of a minor who is known here; by e-mail where
    /// there is one, else by post.
    List<Letter> of(List<Insured> addressees, Oppositions.Proof proof) {
        var day = proof.at().atZone(Deadlines.FRANCE).toLocalDate();
        String url = properties.publicUrl().toString();
        String text = """
                Bonjour,

                L'opposition à la création d'un espace santé a été enregistrée le %s.
                Sa référence : %s
                Elle se vérifie sur %s/opposition/verifier

                Vos remboursements et vos soins ne changent pas. Vous pouvez ouvrir un espace plus tard, quand vous
                voulez : %s/activation/nouveau-code
                Vous n'avez rien demandé ? Appelez le 3422.
                --

                Hello,

                The opposition to the creation of a health space was recorded on %s.
                Its reference: %s
                It can be checked at %s/opposition/verifier

                Your reimbursements and your care do not change. You can open a space later, whenever you like:
                %s/activation/nouveau-code
                You did not ask for this? Call 3422.
                """.formatted(
                FRENCH.format(day), proof.reference(), url, url, ENGLISH.format(day), proof.reference(), url, url);
        return addressees.stream().map(to -> letter(to, text)).toList();
    }

    private static Letter letter(Insured to, String text) {
        String email = to.details().email();
        return email == null
                ? new Letter.Post(InvitationLetters.addressBlock(to), text)
                : new Letter.Email(email, "Votre opposition est enregistrée / Your opposition is recorded", text);
    }
}

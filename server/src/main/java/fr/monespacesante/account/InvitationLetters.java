package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What an invitation says, and to whom it goes.
@Component
final class InvitationLetters {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final AccountProperties properties;

    InvitationLetters(AccountProperties properties) {
        this.properties = properties;
    }

    boolean isMinor(Insured insured, Instant now) {
        return insured.person().isMinorAt(now);
    }

    /// One letter for the person herself, or one for each guardian of a minor who is known here; by e-mail
    /// where there
    /// is one, else by post.
    List<Letter> of(Insured insured, List<Insured> guardians, ProvisionalCode code, Instant expires) {
        if (guardians.isEmpty()) {
            return List.of(letter(insured, text(insured, false, code, expires)));
        }
        return guardians.stream()
                .map(guardian -> letter(guardian, text(insured, true, code, expires)))
                .toList();
    }

    private Letter letter(Insured to, String text) {
        String email = to.details().email();
        return email == null
                ? new Letter.Post(addressBlock(to), text)
                : new Letter.Email(email, "Votre espace santé vous attend / Your health space awaits you", text);
    }

    static List<String> addressBlock(Insured to) {
        List<String> block = new ArrayList<>();
        block.add(to.person().displayName());
        block.addAll(to.details().address());
        block.add(to.details().postalCode() + " " + to.details().city().toUpperCase(Locale.FRENCH));
        return block;
    }

    private String text(Insured insured, boolean child, ProvisionalCode code, Instant expires) {
        var lastDay = expires.atZone(Deadlines.FRANCE).toLocalDate().minusDays(1);
        String who = child ? " de " + insured.person().usedGivenName() : "";
        String whose = child ? insured.person().usedGivenName() + "'s" : "your";
        String url = properties.publicUrl().toString();
        return Stream.of("""
                        Bonjour,

                        L'espace santé%s va être ouvert. Pour l'activer, rendez-vous sur
                        %s/activation
                        avec la carte Vitale et ce code provisoire, valable jusqu'au %s :

                            %s

                        Vous pouvez aussi vous y opposer, sur le même site ou au 3422, pendant six semaines.
                        """.formatted(who, url, FRENCH.format(lastDay), code.text()), """
                        Hello,

                        %s health space is about to be opened. To activate it, go to
                        %s/activation
                        with the Vitale card and the code above, valid until %s.
                        You may also object, on the same site or by calling 3422, within six weeks.
                        """.formatted(
                                capital(whose), url, ENGLISH.format(lastDay)))
                .reduce((french, english) -> french + "\n--\n\n" + english)
                .orElseThrow();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }
}

package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What the one who is helped and the one who helps are told by mail (REP-05). A letter names nobody but its
/// reader and, to the holder, the one the holder named: whose space it is stands behind the sign-in.
@Component
final class CaregiverLetters {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final FamilyLetters letters;
    private final AccountProperties properties;

    CaregiverLetters(FamilyLetters letters, AccountProperties properties) {
        this.letters = letters;
        this.properties = properties;
    }

    /// What happened, as the two are told of it; `%1$s` is the helper's name, `%2$s` the last day.
    enum News {
        ASKED("Votre invitation a été envoyée à %1$s.", "Your invitation was sent to %1$s.", "", ""),
        ACCEPTED(
                "%1$s a accepté de vous aider, jusqu’au %2$s.",
                "%1$s has accepted to help you, until %2$s.",
                "Vous avez accepté d’aider un proche, jusqu’au %2$s.",
                "You have accepted to help a relative, until %2$s."),
        DECLINED("%1$s a décliné votre invitation.", "%1$s has declined your invitation.", "", ""),
        WITHDRAWN("L’invitation envoyée à %1$s a été retirée.", "The invitation sent to %1$s was withdrawn.", "", ""),
        CHANGED(
                "Ce que %1$s peut faire pour vous a changé ; dernier jour : %2$s.",
                "What %1$s may do for you has changed; last day: %2$s.",
                "Ce que vous pouvez faire pour un proche a changé ; dernier jour : %2$s.",
                "What you may do for a relative has changed; last day: %2$s."),
        ENDED(
                "%1$s n’a plus accès à votre espace.",
                "%1$s has no access to your space any more.",
                "Un proche a mis fin à votre aide : vous n’avez plus accès à son espace.",
                "A relative has ended your help: you have no access to their space any more."),
        LEFT(
                "%1$s a mis fin à son aide et n’a plus accès à votre espace.",
                "%1$s has stepped down and has no access to your space any more.",
                "Vous avez mis fin à votre aide : vous n’avez plus accès à l’espace de ce proche.",
                "You have stepped down: you have no access to this relative’s space any more."),
        ENDS_SOON(
                "L’aide de %1$s prend fin le %2$s. Vous pouvez la prolonger.",
                "The help of %1$s ends on %2$s. You can renew it.",
                "Votre aide à un proche prend fin le %2$s. Ce proche peut la prolonger.",
                "Your help for a relative ends on %2$s. They can renew it."),
        OVER(
                "L’aide de %1$s a pris fin le %2$s.",
                "The help of %1$s has ended on %2$s.",
                "Votre aide à un proche a pris fin le %2$s.",
                "Your help for a relative has ended on %2$s.");

        private final String frenchToHolder;
        private final String englishToHolder;
        private final String frenchToHelper;
        private final String englishToHelper;

        News(String frenchToHolder, String englishToHolder, String frenchToHelper, String englishToHelper) {
            this.frenchToHolder = frenchToHolder;
            this.englishToHolder = englishToHolder;
            this.frenchToHelper = frenchToHelper;
            this.englishToHelper = englishToHelper;
        }
    }

    /// The one letter with the code.
    void invitation(Caregiver invited, String email, ProvisionalCode code) {
        LocalDate last = invited.lastDayToAnswer();
        String url = properties.publicUrl() + "/aidant?code=" + code.text();
        String text = """
                Bonjour,

                Une personne de votre entourage vous demande de l’aider à gérer son espace santé.

                Pour voir qui et pour répondre, connectez-vous à votre propre espace par ce lien :
                %s

                ou saisissez ce code à la page « Mes proches » de votre espace :

                    %s

                Il fonctionne une fois, jusqu’au %s. Vous pouvez accepter ou refuser.
                Ne le transmettez à personne.
                --

                Hello,

                Somebody close to you asks you to help with their health space. To see who it is and to answer,
                sign in to your own space with the link above, or type the code on its page “My relatives”.
                It works once, until %s. You can accept or decline. Pass it on to nobody.
                """.formatted(url, code.text(), FRENCH.format(last), ENGLISH.format(last));
        letters.hand(
                List.of(new Letter.Email(email, "Un proche vous demande de l’aider / A relative asks for help", text)));
    }

    /// To somebody who had only been asked.
    void withdrawn(String email) {
        letters.tellAddress(
                email,
                "L’invitation à aider un proche, que vous aviez reçue, a été retirée. Vous n’avez rien à faire.",
                "The invitation to help a relative that you had received was withdrawn. You need do nothing.");
    }

    void toBoth(Space holder, Caregiver caregiver, Space helper, News news, Instant now) {
        toHolder(holder, caregiver, news, now);
        letters.tell(
                helper.id(),
                news.frenchToHelper.formatted("", FRENCH.format(caregiver.lastDay())),
                news.englishToHelper.formatted("", ENGLISH.format(caregiver.lastDay())));
    }

    /// To the holder; for a child, and for whoever has no login, to those who represent them by law.
    void toHolder(Space holder, Caregiver caregiver, News news, Instant now) {
        letters.tellWhoDecides(
                holder,
                now,
                news.frenchToHolder.formatted(caregiver.name(), FRENCH.format(caregiver.lastDay())),
                news.englishToHolder.formatted(caregiver.name(), ENGLISH.format(caregiver.lastDay())));
    }
}
